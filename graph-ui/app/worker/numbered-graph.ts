/** A graph as numbers: it goes to a worker without being copied. */
import type { View } from '../../api/contract.ts'

export interface NumberedGraph {
  /** How many nodes; they are numbered from 0. */
  order: number
  sources: Uint32Array<ArrayBuffer>
  targets: Uint32Array<ArrayBuffer>
  /** Of each edge, its papers. */
  weights: Float32Array<ArrayBuffer>
}

/** @returns the graph, and the key of each number: sorted, so that the same view always gives the same graph */
export function numberedGraph({ nodes, edges }: View): { graph: NumberedGraph; keys: string[] } {
  const keys = nodes.map(({ key }) => key).sort()
  const numberOf = new Map(keys.map((key, i) => [key, i]))
  const between = [...edges]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .filter(({ source, target }) => numberOf.has(source) && numberOf.has(target))
  return {
    keys,
    graph: {
      order: keys.length,
      sources: Uint32Array.from(between, ({ source }) => numberOf.get(source)!),
      targets: Uint32Array.from(between, ({ target }) => numberOf.get(target)!),
      weights: Float32Array.from(between, ({ papers }) => Math.max(1, papers)),
    },
  }
}
