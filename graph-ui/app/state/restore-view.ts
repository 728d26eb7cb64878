/** From what a link keeps, and what the graph still has of it, to the picture. */
import type { View, ViewEdge, ViewNode } from '../../api/contract.ts'
import type { Show } from './commands/show.ts'
import type { Place } from './picture.ts'
import type { SavedView } from './saved-view.ts'
import { byKey } from './sets.ts'

/** @param stored the nodes of the view, or what its source gives, as the graph has them now */
export function restoredShow(saved: SavedView, stored: View): Show {
  const { title, source, communities, filters } = saved
  const present = saved.isWhole ? storedNodes(saved, stored.nodes) : []
  const edges = saved.isWhole ? storedEdges(saved, stored.edges) : []
  const isThere = <T>(item: T | undefined): item is T => item !== undefined
  const known = new Set(stored.nodes.map(({ key }) => key))
  // What the graph no longer has is neither hidden nor pinned.
  const keysAt = (indices: readonly number[]) =>
    indices.map((i) => saved.nodes[i]).filter((key) => key !== undefined && known.has(key)) as string[]
  const moved = unpackPlaces(saved.moved.places)
  const places = new Map<string, Place>()
  saved.moved.nodes.forEach((node, i) => {
    const [key, place] = [saved.nodes[node], moved[i]]
    if (key !== undefined && place !== undefined) places.set(key, place)
  })
  const beginning: View = saved.isWhole
    ? {
        nodes: present.slice(0, saved.beginning.nodes).filter(isThere),
        edges: edges.slice(0, saved.beginning.edges).filter(isThere),
      }
    : stored
  return {
    kind: 'show',
    title,
    source,
    view: beginning,
    communities,
    scope: saved.beginning.scope,
    restored: {
      expansions: saved.expansions.map(({ nodes, edges: itsEdges, unhidden, ...expansion }) => ({
        ...expansion,
        view: {
          nodes: nodes.map((i) => present[i]).filter(isThere),
          edges: itsEdges.map((i) => edges[i]).filter(isThere),
        },
        unhidden: keysAt(unhidden),
      })),
      places,
      hidden: new Set(keysAt(saved.hidden)),
      pinned: new Set(keysAt(saved.pinned)),
      focus: saved.focus === null ? null : (keysAt([saved.focus])[0] ?? null),
      filters: {
        ...filters,
        withoutTypes: new Set(filters.withoutTypes),
        withoutRelations: new Set(filters.withoutRelations),
        withoutVenues: new Set(filters.withoutVenues),
        withoutCommunities: new Set(filters.withoutCommunities),
      },
      appearance: saved.appearance,
      arrangement: saved.arrangement,
    },
  }
}

/** At the places that they had; undefined for those that are gone. */
function storedNodes(saved: SavedView, stored: readonly ViewNode[]): (ViewNode | undefined)[] {
  const byName = byKey(stored)
  const places = unpackPlaces(saved.places)
  return saved.nodes.map((key, i) => {
    const node = byName.get(key)
    if (node === undefined) return undefined
    const community = saved.communityOf[i] ?? -1
    return { ...node, ...places[i], community: community < 0 ? null : community }
  })
}

function storedEdges(saved: SavedView, stored: readonly ViewEdge[]): (ViewEdge | undefined)[] {
  const byEnds = new Map(stored.map((edge) => [JSON.stringify([edge.source, edge.type, edge.target]), edge]))
  return Array.from({ length: Math.floor(saved.edges.length / 3) }, (_, i) => {
    const [source, relation, target] = saved.edges.slice(3 * i, 3 * i + 3) as [number, number, number]
    return byEnds.get(JSON.stringify([saved.nodes[source], saved.relations[relation], saved.nodes[target]]))
  })
}

function unpackPlaces(packed: readonly number[]): Place[] {
  let [x, y] = [0, 0]
  return Array.from({ length: Math.floor(packed.length / 2) }, (_, i) => {
    x += packed[2 * i]!
    y += packed[2 * i + 1]!
    return { x: x / 10, y: y / 10 }
  })
}
