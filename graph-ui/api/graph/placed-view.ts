import { layOut } from '../../layout/force.ts'
import { sunflower } from '../../layout/sunflower.ts'
import type { View } from '../contract.ts'
import { findCommunities } from './communities.ts'
import type { PlacelessView } from './view-parts.ts'

/** Above this a layout by forces would keep everybody else waiting. */
const mostLaidOut = 1500

/** A whole picture: places and communities for all of its nodes. */
export function placedView(view: PlacelessView): View {
  const { communityOf } = findCommunities(view)
  const places = view.nodes.length <= mostLaidOut ? layOut(view, communityOf) : sunflower(view.nodes)
  return {
    nodes: view.nodes.map((node) => ({
      ...node,
      ...places.get(node.key)!,
      community: communityOf.get(node.key) ?? null,
    })),
    edges: view.edges,
  }
}
