import { seededRandom } from '../../../shared/seeded-random.ts'

/**
 * Spherical k-means: clusters words by the direction of their vectors. Deterministic.
 * @param vectors at [word * dimensions + index]; the most frequent words first
 * @returns the cluster of each word
 */
export function clusterWords(
  vectors: Float32Array,
  dimensions: number,
  count: number,
  iterations: number,
): Int32Array {
  const words = vectors.length / dimensions
  const unit = normalised(vectors, dimensions)
  const random = seededRandom(count)
  let centres = new Float32Array(count * dimensions)
  // Frequent words have settled vectors: they make better first centres.
  const pool = Math.min(words, count * 8)
  const chosen = new Set<number>()
  while (chosen.size < Math.min(count, pool)) chosen.add(Math.floor(random() * pool))
  ;[...chosen].forEach((word, cluster) => {
    centres.set(unit.subarray(word * dimensions, (word + 1) * dimensions), cluster * dimensions)
  })
  const assigned = new Int32Array(words)
  for (let iteration = 0; iteration < iterations; iteration++) {
    const sums = new Float32Array(count * dimensions)
    for (let word = 0; word < words; word++) {
      const from = word * dimensions
      let best = -Infinity
      for (let cluster = 0; cluster < count; cluster++) {
        const to = cluster * dimensions
        let product = 0
        for (let index = 0; index < dimensions; index++) product += unit[from + index]! * centres[to + index]!
        if (product > best) {
          best = product
          assigned[word] = cluster
        }
      }
      const to = assigned[word]! * dimensions
      for (let index = 0; index < dimensions; index++) sums[to + index]! += unit[from + index]!
    }
    centres = normalised(sums, dimensions)
  }
  return assigned
}

function normalised(vectors: Float32Array, dimensions: number): Float32Array<ArrayBuffer> {
  const unit = new Float32Array(vectors)
  for (let start = 0; start < unit.length; start += dimensions) {
    const row = unit.subarray(start, start + dimensions)
    const length = Math.hypot(...row) || 1
    for (let index = 0; index < dimensions; index++) row[index]! /= length
  }
  return unit
}
