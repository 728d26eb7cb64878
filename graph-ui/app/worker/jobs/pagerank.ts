import { DirectedGraph } from 'graphology'
import pagerankModule from 'graphology-metrics/centrality/pagerank.js'
import { type Measure, sharesOf } from './measure.ts'

// A CommonJS module whose types say `export default`: bundlers and Node hand over the function itself.
const measure = pagerankModule as unknown as typeof pagerankModule.default

/** PageRank (Page et al., 1999): what strong nodes point to is strong; edges weigh as much as they have papers. */
export const pagerank: Measure = (numbered) => {
  const graph = new DirectedGraph<Record<string, never>, { weight: number }>()
  for (let i = 0; i < numbered.order; i++) graph.addNode(String(i))
  numbered.sources.forEach((source, i) => {
    const target = numbered.targets[i]!
    if (source === target) return
    const added = numbered.weights[i]!
    graph.updateEdge(String(source), String(target), ({ weight = 0 }) => ({ weight: weight + added }))
  })
  if (graph.order === 0) return new Float32Array(0)
  return sharesOf(numbered, measure(graph, { getEdgeWeight: 'weight', maxIterations: 500, tolerance: 1e-7 }))
}
