/** Linear models over hashed features, as trained by ingest/training and kept as JSON in ingest/models. */
import { readFileSync } from 'node:fs'

/** One logistic regression for each label, over the same features. */
export interface LinearModel {
  labels: string[]
  /** For each label the probability from which it is taken. */
  thresholds: number[]
  /** What a weight of 1 stands for. */
  scale: number
  /** Base64 of the features' hashes, ascending, as 32-bit integers (little endian). */
  features: string
  /** Base64 of the weights as signed bytes, one row of labels for each feature. */
  weights: string
}

export interface LoadedModel {
  labels: string[]
  thresholds: number[]
  scale: number
  weights: Int8Array
  /** Open addressing: feature + 1 at its slot, 0 where free; and the feature's row. */
  slots: Int32Array
  rows: Int32Array
  /** The last query that counted each row, so that a feature counts once however often it is given. */
  counted: Int32Array
  queries: number
}

export function encodeModel(
  model: Pick<LinearModel, 'labels' | 'thresholds' | 'scale'>,
  features: Int32Array,
  weights: Int8Array,
): LinearModel {
  const { labels, thresholds, scale } = model
  const base64 = ({ buffer, byteOffset, byteLength }: Int32Array | Int8Array) =>
    Buffer.from(buffer, byteOffset, byteLength).toString('base64')
  return { labels, thresholds, scale, features: base64(features), weights: base64(weights) }
}

export function loadModel({ labels, thresholds, scale, features, weights }: LinearModel): LoadedModel {
  const bytes = Buffer.from(features, 'base64')
  const count = bytes.length / 4
  let size = 1024
  while (size < count * 3) size *= 2
  const slots = new Int32Array(size)
  const rows = new Int32Array(size)
  for (let row = 0; row < count; row++) {
    const hash = bytes.readInt32LE(row * 4)
    let slot = hash & (size - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    slots[slot] = hash + 1
    rows[slot] = row
  }
  const values = new Int8Array(Buffer.from(weights, 'base64'))
  const counted = new Int32Array(count)
  return { labels, thresholds, scale, weights: values, slots, rows, counted, queries: 0 }
}

/**
 * @param file its path
 * @throws where the file is missing or no JSON: the installation is broken
 */
export function readModelFile<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

function rowOf({ slots, rows }: LoadedModel, hash: number): number {
  const last = slots.length - 1
  for (let slot = hash & last; slots[slot] !== 0; slot = (slot + 1) & last) {
    if (slots[slot] === hash + 1) return rows[slot]!
  }
  return -1
}

/** @returns the probability of each label; features that the model does not know count nothing */
export function probabilities(model: LoadedModel, ...lists: readonly number[][]): number[] {
  const { slots, rows, counted, weights, scale } = model
  const count = model.labels.length
  const sums = new Float64Array(count)
  const query = ++model.queries
  const last = slots.length - 1
  for (const list of lists) {
    for (const hash of list) {
      let slot = hash & last
      while (slots[slot] !== 0 && slots[slot] !== hash + 1) slot = (slot + 1) & last
      if (slots[slot] === 0) continue
      const row = rows[slot]!
      if (counted[row] === query) continue
      counted[row] = query
      for (let label = 0, at = row * count; label < count; label++, at++) sums[label]! += weights[at]!
    }
  }
  return Array.from(sums, (sum) => 1 / (1 + Math.exp(-sum * scale)))
}

/** The weight of a feature for a label; null where the model does not know it. */
export function weightOf(model: LoadedModel, hash: number, label: number): number | null {
  const row = rowOf(model, hash)
  return row < 0 ? null : model.weights[row * model.labels.length + label]! * model.scale
}
