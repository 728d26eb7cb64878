/** The part of a picture that its filters leave, and what of it there is to count. */
import type { View, ViewEdge, ViewNode } from '../../api/contract.ts'
import { type Filters, type Picture, placeOf } from './picture.ts'

/** What filters need to know beside the picture: the venues of the papers behind each node, by the node's key. */
export type Venues = ReadonlyMap<string, readonly string[]>
const noVenues: Venues = new Map()

/** Nodes at their places, and the edges among them. */
export function filteredView(picture: Picture, venues: Venues = noVenues): View {
  const { filters, hidden } = picture
  const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean)
  const kept = new Set<string>()
  const nodes: ViewNode[] = []
  for (const node of picture.nodes.values()) {
    if (hidden.has(node.key) || !passesNode(node, filters, words, venues.get(node.key))) continue
    kept.add(node.key)
    const place = placeOf(picture, node)
    nodes.push(place === node ? node : { ...node, x: place.x, y: place.y })
  }
  const edges: ViewEdge[] = []
  for (const edge of picture.edges.values()) {
    if (kept.has(edge.source) && kept.has(edge.target) && passesEdge(edge, filters)) edges.push(edge)
  }
  return { nodes, edges }
}

function passesNode(
  node: ViewNode,
  filters: Filters,
  words: readonly string[],
  venues: readonly string[] | undefined,
): boolean {
  if (filters.withoutTypes.has(node.type)) return false
  if (node.community !== null && filters.withoutCommunities.has(node.community)) return false
  if (node.key.startsWith('Concept/') && node.papers < filters.leastPapers) return false
  if (!wasThere(node.year, node.lastYear, filters)) return false
  if (venues?.length && venues.every((venue) => filters.withoutVenues.has(venue))) return false
  const name = words.length > 0 ? node.name.toLowerCase() : ''
  return words.every((word) => name.includes(word))
}

function passesEdge(edge: ViewEdge, filters: Filters): boolean {
  if (filters.withoutRelations.has(edge.type)) return false
  if (edge.papers + edge.against < filters.leastEvidence) return false
  if (edge.confidence !== null && edge.confidence < filters.leastConfidence) return false
  return wasThere(edge.firstYear, edge.lastYear, filters)
}

/** Whether years from a first to a last one meet those asked for; what has no year is always there. */
function wasThere(first: number | null, last: number | null, { from, to }: Filters): boolean {
  return (first === null || to === null || first <= to) && (last === null || from === null || last >= from)
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
    text !== ''
  )
}
