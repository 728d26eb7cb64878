/** Communities of a picture and the names that a person would give them. */

import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import { seededRandom } from '../../../shared/seeded-random.ts'
import { byKey } from '../../layout/graph.ts'
import type { Community } from '../contract.ts'
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
    if (community !== undefined) members.set(community, [...(members.get(community) ?? []), node])
  }
  const bySize = [...members.values()].sort((a, b) => b.length - a.length || byKey(a[0]!, b[0]!))
  return {
    communityOf: new Map(bySize.flatMap((nodes, id) => nodes.map((node) => [node.key, id] as const))),
    communities: bySize.map((nodes, id) => ({ id, size: nodes.length, ...nameOf(nodes) })),
  }
}

/** A field is called after its task ("Machine translation"); without one after its strongest concept. */
function nameOf(nodes: PlacelessNode[]): Pick<Community, 'name' | 'key' | 'members'> {
  const strongest = [...nodes].sort((a, b) => b.papers - a.papers || byKey(a, b))
  const concepts = strongest.filter((node) => node.type !== 'Paper')
  const head = concepts.find((node) => node.type === 'Task') ?? concepts[0] ?? strongest[0]
  const others = concepts.filter((node) => node !== head && node.type !== 'Metric')
  return {
    name: head ? head.name.charAt(0).toUpperCase() + head.name.slice(1) : '',
    key: head?.key ?? '',
    members: others.slice(0, 3).map((node) => node.name),
  }
}
