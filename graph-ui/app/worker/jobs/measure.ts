/** Measures of nodes. */
import type { NumberedGraph } from '../numbered-graph.ts'
import type { Job } from './job.ts'

/** One number a node, from 0 for the lowest to 1 for the highest; 0 where all are the same. */
export type Shares = Float32Array<ArrayBuffer>

export type Measure = Job<NumberedGraph, Shares>

/** @param measured by the number of the node */
export function sharesOf({ order }: NumberedGraph, measured: Readonly<Record<number, number>>): Shares {
  const values = Float64Array.from({ length: order }, (_, i) => measured[i] ?? 0)
  const lowest = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const highest = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const range = highest - lowest
  return Float32Array.from(values, (value) => (range > 0 ? (value - lowest) / range : 0))
}
