/** Trains one head of the fast classifier of citation intent. */
import type { IntentScheme } from '../../relations/intent/intent-classifier.ts'
import type { HeadParts } from '../../relations/intent/intent-model.ts'
import { type LabelledRow, type SoftmaxOptions, trainSoftmax } from './softmax-regression.ts'

export interface IntentExample {
  features: Set<number>
  label: string
}

export interface HeadOptions extends SoftmaxOptions {
  /** Features that fewer examples show are left out. */
  minCount: number
}

/** Rows all of whose weights are smaller than this share of the largest are left out. */
const leastShare = 0.5 / 127

export function trainHead(scheme: IntentScheme, examples: IntentExample[], options: HeadOptions): HeadParts {
  const labels = [...new Set(examples.map(({ label }) => label))].sort()
  const hashes = frequentFeatures(examples, options.minCount)
  const ids = new Map<number, number>()
  for (const [id, hash] of hashes.entries()) ids.set(hash, id)
  const rows = examples.map(({ features, label }): LabelledRow => {
    const known = new Int32Array(features.size)
    let count = 0
    for (const hash of features) {
      const id = ids.get(hash)
      if (id !== undefined) known[count++] = id
    }
    const value = 1 / Math.sqrt(count || 1)
    return { features: known.slice(0, count), value, label: labels.indexOf(label) }
  })
  const { weights, bias } = trainSoftmax(rows, labels.length, hashes.length, options)
  return { scheme, labels, bias: [...bias], ...quantise(hashes, weights, labels.length) }
}

function frequentFeatures(examples: IntentExample[], minCount: number): Int32Array {
  const counts = new Map<number, number>()
  for (const { features } of examples) {
    for (const hash of features) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  }
  const frequent: number[] = []
  for (const [hash, count] of counts) if (count >= minCount) frequent.push(hash)
  return Int32Array.from(frequent).sort()
}

/** Eight bits a weight; the few largest are cut to the range. */
function quantise(
  hashes: Int32Array,
  weights: Float64Array,
  labels: number,
): Pick<HeadParts, 'hashes' | 'weights' | 'scale'> {
  const sizes = weights.map(Math.abs).sort()
  const largest = sizes[Math.floor(sizes.length * 0.9995)] || 1
  const scale = largest / 127
  const kept: number[] = []
  const values: number[] = []
  for (const [row, hash] of hashes.entries()) {
    const own = weights.subarray(row * labels, (row + 1) * labels)
    if (!own.some((weight) => Math.abs(weight) >= largest * leastShare)) continue
    kept.push(hash)
    for (const weight of own) values.push(Math.max(-127, Math.min(127, Math.round(weight / scale))))
  }
  return { hashes: Int32Array.from(kept), weights: Int8Array.from(values), scale }
}
