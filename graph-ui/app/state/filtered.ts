/** The part of a picture that its filters leave, and what of it there is to count. */
import type { View, ViewEdge, ViewNode } from '../../api/contract.ts'
import { nodeFilter, wasThere } from '../../node-filters.ts'
import { type CommunityOf, communityIn } from './communities.ts'
import { type Filters, type Picture, placeOf } from './picture.ts'

/** The venues of the papers behind each node, by the node's key; nodes that have not been asked about are missing. */
export type Venues = ReadonlyMap<string, readonly string[]>

/** What filters need to know beside the picture. */
export interface Known {
  venues: Venues
  communityOf: CommunityOf
}
export const nothingKnown: Known = { venues: new Map(), communityOf: new Map() }

const none: readonly string[] = []

/** Nodes at their places, in their communities, and the edges among them. */
export function filteredView(picture: Picture, known: Known = nothingKnown): View {
  const kept = keptNodes(picture, known)
  const communityOf = communityIn(picture, known.communityOf)
  const nodes = kept.map((node) => {
    const { x, y } = placeOf(picture, node)
    const community = communityOf(node)
    const isAsItCame = x === node.x && y === node.y && community === node.community
    return isAsItCame ? node : { ...node, x, y, community }
  })
  return { nodes, edges: keptEdges(picture, kept) }
}

/** The nodes that the filters leave, as the picture holds them. */
export function keptNodes(picture: Picture, { venues, communityOf }: Known): ViewNode[] {
  const { nodes, filters, hidden } = picture
  const passesNode = nodeFilter(filters)
  const numberOf = communityIn(picture, communityOf)
  return [...nodes.values()].filter(
    (node) =>
      !hidden.has(node.key) &&
      passesNode(node, venues.get(node.key) ?? none) &&
      passesCommunities(numberOf(node), filters),
  )
}

/** @param kept the nodes that are left */
export function keptEdges({ edges, filters }: Picture, kept: readonly ViewNode[]): ViewEdge[] {
  const keys = new Set(kept.map(({ key }) => key))
  return [...edges.values()].filter(
    (edge) => keys.has(edge.source) && keys.has(edge.target) && passesEdge(edge, filters),
  )
}

function passesCommunities(community: number | null, { withoutCommunities }: Filters): boolean {
  return community === null || !withoutCommunities.has(community)
}

function passesEdge(edge: ViewEdge, filters: Filters): boolean {
  if (filters.withoutRelations.has(edge.type)) return false
  if (edge.papers + edge.against < filters.leastEvidence) return false
  if (edge.confidence !== null && edge.confidence < filters.leastConfidence) return false
  return wasThere(edge.firstYear, edge.lastYear, filters)
}

/** How many neighbours of a node along some relations the picture has, whether shown or not. */
export function countNeighbours(picture: Picture, key: string, types: readonly string[]): number {
  const others = new Set<string>()
  for (const { source, target, type } of picture.edges.values()) {
    if (!types.includes(type) || source === target) continue
    if (source === key) others.add(target)
    else if (target === key) others.add(source)
  }
  return others.size
}

/** Whether something of the picture is left out or hidden. */
export function isFiltered({ filters, hidden }: Picture): boolean {
  const { withoutTypes, withoutRelations, withoutVenues, withoutCommunities } = filters
  const sets: ReadonlySet<unknown>[] = [
    hidden,
    withoutTypes,
    withoutRelations,
    withoutVenues,
    withoutCommunities,
  ]
  const { from, to, leastPapers, leastEvidence, leastConfidence, text } = filters
  return (
    sets.some((set) => set.size > 0) ||
    from !== null ||
    to !== null ||
    leastPapers + leastEvidence + leastConfidence > 0 ||
    text.trim() !== ''
  )
}
