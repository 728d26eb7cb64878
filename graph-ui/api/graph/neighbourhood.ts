/** The picture around one node, alone or joined to what is shown already. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { layOut } from '../../layout/force.ts'
import type { Places } from '../../layout/graph.ts'
import { placeBeside } from '../../layout/place-beside.ts'
import type { DrawnType, Neighbourhood } from '../contract.ts'
import { NotFoundError } from '../failures.ts'
import { findCommunities } from './communities.ts'
import { edgesAmong } from './edges-among.ts'
import { countNeighbours, findNode, followedTypes, neighboursOf } from './neighbours.ts'
import { mergeViews } from './view-parts.ts'

export interface NeighbourhoodOptions {
  types: readonly DrawnType[] | null
  limit: number
  /** Where nodes that are shown already stand; they stay there. */
  present: Places
  signal: AbortSignal | null
}

/** @throws NotFoundError */
export async function neighbourhoodOf(
  store: GraphStore,
  key: string,
  { types, limit, present, signal }: NeighbourhoodOptions,
): Promise<Neighbourhood> {
  const centre = await findNode(store, key)
  if (!centre) throw new NotFoundError(`The graph has no ${key}.`)
  const followed = followedTypes(key, types)
  const [{ truncated, ...around }, total] = await Promise.all([
    neighboursOf(store, key, followed, { limit, present: new Set(present.keys()), signal }),
    countNeighbours(store, key, followed, signal),
  ])
  const view = mergeViews([{ nodes: [centre], edges: [] }, around])
  const shown = new Set([...present.keys(), ...view.nodes.map((node) => node.key)])
  const fresh = new Set(view.nodes.map((node) => node.key).filter((node) => !present.has(node)))
  const edges = (await edgesAmong(store, shown, signal)).filter(
    ({ source, target, type }) =>
      source !== target &&
      (present.size === 0 ||
        fresh.has(source) ||
        fresh.has(target) ||
        ((source === key || target === key) && followed.some((followedType) => followedType === type))),
  )
  const joined = { nodes: view.nodes, edges: dedupe([...view.edges, ...edges]) }
  const { communityOf } = findCommunities(mergeViews([joined]))
  const places =
    present.size > 0 ? placeBeside(joined, key, present) : layOut(mergeViews([joined]), new Map())
  return {
    nodes: joined.nodes.map((node) => ({
      ...node,
      ...(places.get(node.key) ?? present.get(node.key)!),
      community: communityOf.get(node.key) ?? null,
    })),
    edges: joined.edges,
    truncated,
    types: followed,
    total,
  }
}

function dedupe<T extends { key: string }>(items: T[]): T[] {
  return [...new Map(items.map((item) => [item.key, item])).values()]
}
