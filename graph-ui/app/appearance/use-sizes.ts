import { useEffect, useState } from 'react'
import type { View } from '../../api/contract.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { ask } from '../worker/client.ts'
import { numberedGraph } from '../worker/numbered-graph.ts'

type Sizes = ReadonlyMap<string, number>

const names = { pagerank: 'PageRank', betweenness: 'betweenness' }

/**
 * How much each node that is shown has of what sizes stand for, from 0 to 1; null where that is papers, or nothing.
 * What takes long is computed in the worker, and until it is there sizes stay as they were.
 */
export function useSizes({ picture, venues, found, view, working }: Exploration): Sizes | null {
  const [sizes, setSizes] = useState<Sizes | null>(null)
  const { nodes, edges, filters, hidden, appearance } = picture
  const { size } = appearance
  // biome-ignore lint/correctness/useExhaustiveDependencies: these change what the view holds; places do not matter
  useEffect(() => {
    if (size === 'papers' || size === 'same') return setSizes(null)
    if (size === 'degree') return setSizes(degrees(view))
    const stop = new AbortController()
    void working(
      `Computing ${names[size]}`,
      async (signal) => {
        const { graph, keys } = numberedGraph(view)
        const shares = await ask(size, graph, signal)
        setSizes(new Map(keys.map((key, i) => [key, shares[i]!])))
      },
      stop.signal,
    )
    return () => stop.abort()
  }, [size, nodes, edges, filters, hidden, venues, found])
  return sizes
}

/** Edges at each node as a share of the most that one has. */
function degrees({ nodes, edges }: View): Sizes {
  const counts = new Map(nodes.map(({ key }) => [key, 0]))
  for (const { source, target } of edges) {
    counts.set(source, (counts.get(source) ?? 0) + 1)
    if (target !== source) counts.set(target, (counts.get(target) ?? 0) + 1)
  }
  let most = 1
  for (const count of counts.values()) most = Math.max(most, count)
  return new Map([...counts].map(([key, count]) => [key, count / most]))
}
