/** A worker thread that lays out one large graph: communities as discs. */
import { parentPort, workerData } from 'node:worker_threads'
import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import { seededRandom } from '../../../shared/seeded-random.ts'
import { discs } from '../../layout/discs.ts'
import type { LargeGraph } from './large-layout.ts'

// A CommonJS module whose types say `export default`: Node hands over the function itself.
const louvain = louvainModule as unknown as typeof louvainModule.default

const { nodes, sources, targets, weights } = workerData as LargeGraph
const graph = new UndirectedGraph()
for (let node = 0; node < nodes; node++) graph.addNode(node)
sources.forEach((source, i) => {
  const target = targets[i]!
  if (source === target) return
  graph.updateUndirectedEdge(source, target, (edge) => ({ weight: (edge.weight ?? 0) + weights[i]! }))
})
// Louvain divides by the number of edges.
const groups: Record<string, number> =
  graph.size === 0 ? {} : louvain(graph, { getEdgeWeight: 'weight', rng: seededRandom(1) })
const places = discs(Uint32Array.from({ length: nodes }, (_, node) => groups[node] ?? node))
parentPort!.postMessage(places, [places.buffer])
