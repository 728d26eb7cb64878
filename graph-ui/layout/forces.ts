/** The forces that the server and the page lay out with, and the removal of overlaps afterwards. */
import type { UndirectedGraph } from 'graphology'
import forceAtlas2Module from 'graphology-layout-forceatlas2'
import noverlapModule from 'graphology-layout-noverlap'
import { type Box, separate } from './separate.ts'

// CommonJS modules whose types say `export default`: Node hands over the function itself.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default
const noverlap = noverlapModule as unknown as typeof noverlapModule.default

/** Above this many nodes names cannot all be shown, and keeping room for each of them takes too long. */
const mostNamed = 300
/** Above this many nodes forces of far ones are taken together. */
const mostExact = 800

/** Rounds of ForceAtlas2 (Jacomy et al., 2014). Nodes whose attribute `fixed` is true stay. */
export function applyForces(graph: UndirectedGraph, iterations: number): void {
  forceAtlas2.assign(graph, {
    iterations,
    getEdgeWeight: 'weight',
    settings: {
      gravity: 1.5,
      scalingRatio: 8,
      slowDown: 3,
      barnesHutOptimize: graph.order > mostExact,
      edgeWeightInfluence: 0.5,
    },
  })
}

/** How strongly an edge pulls. */
export function edgeWeight({ papers }: { papers: number }): number {
  return 1 + Math.log2(1 + papers)
}

/**
 * Moves nodes apart: with their names where there are not too many.
 * @param fixed nodes that stay
 */
export function removeOverlaps(
  graph: UndirectedGraph,
  boxes: ReadonlyMap<string, Box>,
  fixed: ReadonlySet<string> = new Set(),
): void {
  if (graph.order <= mostNamed) {
    separate(graph, boxes, 400, fixed)
    return
  }
  const before = [...fixed]
    .filter((key) => graph.hasNode(key))
    .map((key) => [key, { ...graph.getNodeAttributes(key) }] as const)
  noverlap.assign(graph, { maxIterations: 120, settings: { margin: 6, ratio: 1.1, expansion: 1.05 } })
  for (const [key, place] of before) graph.mergeNodeAttributes(key, place)
}
