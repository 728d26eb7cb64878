/** Softmax regression over sparse features by AdaGrad (Duchi et al., 2011). */
import { seededRandom, shuffle } from '../../../shared/seeded-random.ts'

export interface SoftmaxExample {
  /** Hashes, each once. */
  features: number[]
  /** Index of its class. */
  answer: number
  /** The scores that the weights are added to; null for zeros. */
  prior: Float64Array | null
}

export interface SoftmaxOptions {
  epochs: number
  learningRate: number
  /** Strength of the pull of a weight towards zero, for each example that shows its feature. */
  decay: number
  /** Features of fewer examples are left out. */
  minCount: number
  /** Rows whose weights are all smaller are left out after training, smaller weights are 0. */
  minWeight: number
}

export interface SoftmaxParts {
  /** Ascending. */
  hashes: Int32Array
  /** A row of classes for each feature. */
  weights: Int8Array
  scale: number
}

/** Probabilities that are so nearly right teach nothing; leaving them out is most of the speed. */
const smallError = 0.01

/**
 * Deterministic: examples are visited in a shuffled order that a fixed seed decides; the weights are the average of
 * those after each epoch but the first.
 */
export function trainSoftmax(
  classes: number,
  examples: SoftmaxExample[],
  options: SoftmaxOptions,
): SoftmaxParts {
  const { hashes, rows } = indexFeatures(examples, options.minCount)
  const weights = new Float32Array(hashes.length * classes)
  const sums = new Float32Array(weights.length)
  const squares = new Float32Array(weights.length).fill(1e-3)
  const order = examples.map((_, index) => index)
  const random = seededRandom(7)
  const { decay, learningRate } = options
  const errors = new Float64Array(classes)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const row = rows[index]!
      const { answer, prior } = examples[index]!
      softmax(errors, weights, row, prior)
      errors[answer]! -= 1
      for (let label = 0; label < classes; label++) {
        const error = errors[label]!
        if (error < smallError && error > -smallError) continue
        for (let one = 0; one < row.length; one++) {
          const at = row[one]! * classes + label
          const gradient = error + decay * weights[at]!
          const square = squares[at]! + gradient * gradient
          squares[at] = square
          weights[at]! -= (learningRate * gradient) / Math.sqrt(square)
        }
      }
    }
    if (epoch > 0 || options.epochs === 1) for (let at = 0; at < sums.length; at++) sums[at]! += weights[at]!
  }
  const averaged = Math.max(1, options.epochs - 1)
  return quantise(
    classes,
    hashes,
    sums.map((sum) => sum / averaged),
    options.minWeight,
  )
}

/** Writes the probability of each class. */
function softmax(
  scores: Float64Array,
  weights: Float32Array,
  row: Uint32Array,
  prior: Float64Array | null,
): void {
  const classes = scores.length
  if (prior) scores.set(prior)
  else scores.fill(0)
  for (let one = 0; one < row.length; one++) {
    for (let label = 0, at = row[one]! * classes; label < classes; label++, at++)
      scores[label]! += weights[at]!
  }
  let highest = Number.NEGATIVE_INFINITY
  for (let label = 0; label < classes; label++) highest = Math.max(highest, scores[label]!)
  let total = 0
  for (let label = 0; label < classes; label++) {
    scores[label] = Math.exp(scores[label]! - highest)
    total += scores[label]!
  }
  for (let label = 0; label < classes; label++) scores[label]! /= total
}

/** Eight bits a weight; the few largest are cut to the range. */
function quantise(
  classes: number,
  hashes: Int32Array,
  weights: Float32Array,
  minWeight: number,
): SoftmaxParts {
  const sizes = weights.map(Math.abs).sort()
  const largest = sizes[Math.floor(sizes.length * 0.9999)] ?? 0
  const scale = Math.round((largest / 127) * 1e6) / 1e6 || 1
  const kept: number[] = []
  const values: number[] = []
  hashes.forEach((hash, row) => {
    const own = weights.subarray(row * classes, (row + 1) * classes)
    if (!own.some((weight) => Math.abs(weight) >= minWeight)) return
    kept.push(hash)
    for (const weight of own) {
      const value = Math.abs(weight) < minWeight ? 0 : Math.round(weight / scale)
      values.push(Math.max(-127, Math.min(127, value)))
    }
  })
  return { hashes: Int32Array.from(kept), weights: Int8Array.from(values), scale }
}

function indexFeatures(
  examples: SoftmaxExample[],
  minCount: number,
): { hashes: Int32Array; rows: Uint32Array[] } {
  const counts = new Map<number, number>()
  for (const { features } of examples) {
    for (const hash of features) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  }
  const hashes = Int32Array.from(
    [...counts].filter(([, count]) => count >= minCount).map(([hash]) => hash),
  ).sort()
  const ids = new Map([...hashes].map((hash, id) => [hash, id]))
  const rows = examples.map(({ features }) =>
    Uint32Array.from(features.flatMap((hash) => ids.get(hash) ?? [])),
  )
  return { hashes, rows }
}
