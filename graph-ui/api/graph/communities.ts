/** Communities of a picture. */

import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import { seededRandom } from '../../../shared/seeded-random.ts'
import { byKey } from '../../layout/graph.ts'
import type { Community, ViewEdge } from '../contract.ts'
import { addTo } from './add-to.ts'
import { communityName } from './community-name.ts'
import type { PlacelessNode, PlacelessView } from './view-parts.ts'

const louvain = louvainModule as unknown as typeof louvainModule.default

/**
 * Louvain (Blondel et al., 2008) with seeded moves.
 * @returns community by node, numbered by size (0 is the largest), and their names
 */
export function findCommunities(view: PlacelessView): {
  communityOf: Map<string, number>
  communities: Community[]
} {
  const graph = new UndirectedGraph()
  for (const node of [...view.nodes].sort(byKey)) graph.addNode(node.key)
  for (const { source, target, papers } of [...view.edges].sort(byKey)) {
    if (source === target) continue
    graph.updateUndirectedEdge(source, target, (edge) => ({ weight: (edge.weight ?? 0) + papers }))
  }
  // Louvain divides by the number of edges; without any, each node stands for itself.
  const alone = () => Object.fromEntries(graph.nodes().map((key, i) => [key, i]))
  const found: Record<string, number> =
    graph.size === 0
      ? alone()
      : louvain(graph, { getEdgeWeight: 'weight', rng: seededRandom(1), resolution: 0.9 })
  const members = new Map<number, PlacelessNode[]>()
  for (const node of [...view.nodes].sort(byKey)) {
    const community = found[node.key]
    if (community !== undefined) addTo(members, community, node)
  }
  const bySize = [...members.values()].sort((a, b) => b.length - a.length || byKey(a[0]!, b[0]!))
  const communityOf = new Map(bySize.flatMap((nodes, id) => nodes.map((node) => [node.key, id] as const)))
  const inside = bySize.map((): ViewEdge[] => [])
  for (const edge of view.edges) {
    const community = communityOf.get(edge.source)
    if (community !== undefined && community === communityOf.get(edge.target)) inside[community]!.push(edge)
  }
  return {
    communityOf,
    communities: bySize.map((nodes, id) => ({
      id,
      size: nodes.length,
      ...communityName(nodes, inside[id]!),
    })),
  }
}
