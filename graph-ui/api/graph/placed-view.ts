import { layOut } from '../../layout/force.ts'
import type { Places } from '../../layout/graph.ts'
import type { View } from '../contract.ts'
import { findCommunities } from './communities.ts'
import { layOutLarge } from './large-layout.ts'
import type { PlacelessView } from './view-parts.ts'

/** Above this the layout would keep everybody else waiting: it gets a thread of its own. */
const mostLaidOut = 500

/** A whole picture: places for all of its nodes, and communities where it is not large. */
export async function placedView(view: PlacelessView, signal: AbortSignal | null): Promise<View> {
  const isLarge = view.nodes.length > mostLaidOut
  const communityOf = isLarge ? new Map<string, number>() : findCommunities(view).communityOf
  const places = isLarge ? await layOutLarge(view, signal) : layOut(view, communityOf)
  return atPlaces(view, places, communityOf)
}

/** @param places of all nodes */
export function atPlaces(
  { nodes, edges }: PlacelessView,
  places: Places,
  communityOf: ReadonlyMap<string, number>,
): View {
  return {
    nodes: nodes.map((node) => ({
      ...node,
      ...places.get(node.key)!,
      community: communityOf.get(node.key) ?? null,
    })),
    edges,
  }
}
