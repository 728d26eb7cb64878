/** Logistic regression, one for each label over shared sparse features, by AdaGrad (Duchi et al., 2011). */

import { seededRandom, shuffle } from '../../shared/seeded-random.ts'
import type { LinearModel } from '../weights/linear-model.ts'
import { logistic } from '../weights/probabilities.ts'

export interface Example {
  /** Hashes; repetitions count once. */
  features: number[]
  /** For each label of the model whether it holds. */
  holds: boolean[]
}

export interface TrainingOptions {
  epochs: number
  learningRate: number
  /** Strength of the pull of a weight towards zero, for each example that shows its feature. */
  decay: number
  /** Features that stand in fewer examples are left out. */
  minCount: number
}

/** Rows whose weights are all smaller are left out after training. */
const leastWeight = 0.03

/**
 * Deterministic: examples are visited in a shuffled order that a fixed seed decides; the weights are the average of
 * those after each epoch but the first.
 */
export function trainLogistic(labels: string[], examples: Example[], options: TrainingOptions): LinearModel {
  const { hashes, rows } = indexFeatures(examples, options.minCount)
  const count = labels.length
  const weights = new Float64Array(hashes.length * count)
  const sums = new Float64Array(hashes.length * count)
  const squares = new Float64Array(hashes.length * count).fill(1e-3)
  const order = rows.map((_, index) => index)
  const random = seededRandom(20240521)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const row = rows[index]!
      for (let label = 0; label < count; label++) {
        let sum = 0
        for (const one of row) sum += weights[one * count + label]!
        const error = logistic(sum) - (examples[index]!.holds[label] ? 1 : 0)
        for (const one of row) {
          const at = one * count + label
          const gradient = error + options.decay * weights[at]!
          squares[at]! += gradient * gradient
          weights[at]! -= (options.learningRate * gradient) / Math.sqrt(squares[at]!)
        }
      }
    }
    if (epoch === 0 && options.epochs > 1) continue
    for (let at = 0; at < sums.length; at++) sums[at]! += weights[at]!
  }
  const epochs = Math.max(1, options.epochs - 1)
  return quantise(
    labels,
    hashes,
    sums.map((sum) => sum / epochs),
  )
}

/** Eight bits a weight; the few largest are cut to the range. */
function quantise(labels: string[], hashes: Int32Array, weights: Float64Array): LinearModel {
  const count = labels.length
  const sizes = weights.map(Math.abs).sort()
  const scale = Math.round(((sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127) * 1e6) / 1e6 || 1
  const kept: number[] = []
  const values: number[] = []
  hashes.forEach((hash, row) => {
    const own = weights.subarray(row * count, (row + 1) * count)
    if (!own.some((weight) => Math.abs(weight) >= leastWeight)) return
    kept.push(hash)
    for (const weight of own) values.push(Math.max(-127, Math.min(127, Math.round(weight / scale))))
  })
  const thresholds = labels.map(() => 0.5)
  return { labels, thresholds, scale, features: Int32Array.from(kept), weights: Int8Array.from(values) }
}

function indexFeatures(examples: Example[], minCount: number): { hashes: Int32Array; rows: Uint32Array[] } {
  const counts = new Map<number, number>()
  const sets = examples.map(({ features }) => new Set(features))
  for (const set of sets) for (const hash of set) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const hashes = Int32Array.from(
    [...counts].filter(([, count]) => count >= minCount).map(([hash]) => hash),
  ).sort()
  const ids = new Map([...hashes].map((hash, id) => [hash, id]))
  const rows = sets.map((set) => Uint32Array.from([...set].flatMap((hash) => ids.get(hash) ?? [])))
  return { hashes, rows }
}
