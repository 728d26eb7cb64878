/** Measures of nodes. */
import type { NumberedGraph } from '../numbered-graph.ts'
import type { Job } from './job.ts'

/** One number a node, from 0 to 1: the highest has 1. */
export type Shares = Float32Array<ArrayBuffer>

export type Measure = Job<NumberedGraph, Shares>

/** @param values by the name of the node, which is its number */
export function sharesOf({ order }: NumberedGraph, values: Readonly<Record<string, number>>): Shares {
  const shares = new Float32Array(order)
  let highest = 0
  for (let i = 0; i < order; i++) highest = Math.max(highest, values[i] ?? 0)
  if (highest > 0) for (let i = 0; i < order; i++) shares[i] = (values[i] ?? 0) / highest
  return shares
}
