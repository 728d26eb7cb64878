/** The picture around one node, alone or joined to what is shown already. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { layOut } from '../../layout/force.ts'
import type { Places } from '../../layout/graph.ts'
import { placeBeside } from '../../layout/place-beside.ts'
import type { Directions, DrawnType, Neighbourhood } from '../contract.ts'
import { NotFoundError } from '../failures.ts'
import { findCommunities } from './communities.ts'
import { countNeighbours } from './counts.ts'
import { edgesAt } from './edges-among.ts'
import { findNode, followedTypes, neighboursOf } from './neighbours.ts'
import { mergeViews } from './view-parts.ts'

export interface NeighbourhoodOptions {
  types: readonly DrawnType[] | null
  direction: Directions
  limit: number
  /** Where nodes that are shown already stand; they stay there. */
  present: Places
  signal: AbortSignal | null
}

/** @throws NotFoundError */
export async function neighbourhoodOf(
  store: GraphStore,
  key: string,
  { types, direction, limit, present, signal }: NeighbourhoodOptions,
): Promise<Neighbourhood> {
  const followed = followedTypes(key, types)
  const shownBefore = new Set(present.keys())
  const isNew = shownBefore.size === 0
  const [centre, around] = await Promise.all([
    findNode(store, key, signal),
    neighboursOf(store, key, followed, { direction, limit, present: shownBefore, signal }),
  ])
  if (!centre) throw new NotFoundError(`The graph has no ${key}.`)
  const view = mergeViews([{ nodes: [centre], edges: [] }, around])
  const shown = new Set([...shownBefore, ...view.nodes.map((node) => node.key)])
  const fresh = new Set(view.nodes.map((node) => node.key).filter((node) => !present.has(node)))
  // Its own edges came with its neighbours, unless some were left out, or it has others to what is shown already.
  const hasItsEdges = around.total !== null && (isNew || present.has(key))
  const ends = hasItsEdges ? [...fresh].filter((end) => end !== key) : [...fresh, key]
  const [found, total] = await Promise.all([
    edgesAt(store, ends, shown, signal),
    around.total ?? countNeighbours(store, key, followed, direction, signal),
  ])
  const edges = found.filter(
    ({ source, target, type }) =>
      source !== target &&
      (isNew ||
        fresh.has(source) ||
        fresh.has(target) ||
        (((source === key && direction !== 'in') || (target === key && direction !== 'out')) &&
          followed.some((followedType) => followedType === type))),
  )
  const joined = { nodes: view.nodes, edges: dedupe([...view.edges, ...edges]) }
  const places = isNew ? layOut(mergeViews([joined]), new Map()) : placeBeside(joined, key, present)
  // Communities of what joins a picture would mean nothing among the picture's own.
  const communityOf = isNew ? findCommunities(mergeViews([joined])).communityOf : new Map<string, number>()
  return {
    nodes: joined.nodes.map((node) => ({
      ...node,
      ...(places.get(node.key) ?? present.get(node.key)!),
      community: communityOf.get(node.key) ?? null,
    })),
    edges: joined.edges,
    truncated: total > view.nodes.length - 1,
    types: followed,
    total,
  }
}

function dedupe<T extends { key: string }>(items: T[]): T[] {
  return [...new Map(items.map((item) => [item.key, item])).values()]
}
