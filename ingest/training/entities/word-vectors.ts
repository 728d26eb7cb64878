import { seededRandom } from '../../../shared/seeded-random.ts'
import { logistic } from '../../weights/probabilities.ts'
import type { Report } from '../report.ts'

export interface VectorOptions {
  dimensions: number
  window: number
  negatives: number
  epochs: number
  learningRate: number
  /** Words more frequent than this share of all are thinned out. */
  thinning: number
}

/** In tokens. */
const reportedEvery = 1_000_000

/**
 * Skip-gram with negative sampling (Mikolov et al., 2013). Deterministic: one thread, seeded.
 * @param tokens word numbers of all sentences one after the other; -1 between sentences
 * @param counts how often each word occurs
 * @returns vectors at [word * dimensions + index]
 */
export function trainWordVectors(
  tokens: Int32Array,
  counts: Uint32Array,
  options: VectorOptions,
  report: Report,
): Float32Array {
  const { dimensions, window, negatives } = options
  const random = seededRandom(7)
  const vectors = new Float32Array(counts.length * dimensions).map(() => (random() - 0.5) / dimensions)
  const contexts = new Float32Array(counts.length * dimensions)
  const noise = noiseTable(counts)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const keep = Float64Array.from(counts, (count) => Math.sqrt((options.thinning * total) / count))
  const change = new Float32Array(dimensions)
  const steps = tokens.length * options.epochs
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let at = 0; at < tokens.length; at++) {
      if (at % reportedEvery === 0)
        report((epoch * tokens.length + at) / steps, `word vectors, epoch ${epoch + 1}`)
      const word = tokens[at]!
      if (word < 0 || keep[word]! < random()) continue
      const rate = options.learningRate * Math.max(0.02, 1 - (epoch * tokens.length + at) / steps)
      const reach = 1 + Math.floor(random() * window)
      for (let near = at - reach; near <= at + reach; near++) {
        if (near === at) continue
        const target = tokens[near]
        if (target === undefined || target < 0) {
          if (near < at) continue
          break
        }
        change.fill(0)
        for (let sample = 0; sample <= negatives; sample++) {
          const other: number = sample === 0 ? target : noise[Math.floor(random() * noise.length)]!
          if (sample > 0 && other === target) continue
          const from = word * dimensions
          const to = other * dimensions
          let product = 0
          for (let index = 0; index < dimensions; index++)
            product += vectors[from + index]! * contexts[to + index]!
          const error = ((sample === 0 ? 1 : 0) - logistic(product)) * rate
          for (let index = 0; index < dimensions; index++) {
            change[index]! += error * contexts[to + index]!
            contexts[to + index]! += error * vectors[from + index]!
          }
        }
        for (let index = 0; index < dimensions; index++) vectors[word * dimensions + index]! += change[index]!
      }
    }
  }
  return vectors
}

/** Words by the power 3/4 of their frequency. */
function noiseTable(counts: Uint32Array): Int32Array {
  const powers = Float64Array.from(counts, (count) => count ** 0.75)
  const total = powers.reduce((sum, power) => sum + power, 0)
  const size = 2_000_000
  const table: number[] = []
  powers.forEach((power, word) => {
    const copies = Math.max(1, Math.round((power / total) * size))
    for (let copy = 0; copy < copies; copy++) table.push(word)
  })
  return Int32Array.from(table)
}
