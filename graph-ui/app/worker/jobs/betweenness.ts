import { UndirectedGraph } from 'graphology'
import betweennessModule from 'graphology-metrics/centrality/betweenness.js'
import { type Measure, sharesOf } from './measure.ts'

// A CommonJS module whose types say `export default`: bundlers and Node hand over the function itself.
const measure = betweennessModule as unknown as typeof betweennessModule.default

/** Betweenness (Freeman, 1977; Brandes, 2001): on how many of the shortest ways between others a node lies. */
export const betweenness: Measure = (numbered) => {
  const graph = new UndirectedGraph()
  for (let i = 0; i < numbered.order; i++) graph.addNode(String(i))
  numbered.sources.forEach((source, i) => {
    const target = numbered.targets[i]!
    if (source !== target) graph.mergeEdge(String(source), String(target))
  })
  if (graph.order === 0) return new Float32Array(0)
  return sharesOf(numbered, measure(graph, { getEdgeWeight: null, normalized: false }))
}
