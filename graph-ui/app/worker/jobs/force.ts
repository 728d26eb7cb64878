import type { LayoutEdge, LayoutNode } from '../../../layout/graph.ts'
import { relax } from '../../../layout/relax.ts'
import { type PlaceArray, placeArray, placesFrom } from '../place-arrays.ts'
import type { Job } from './job.ts'

/** Where nodes stand, and what ties them. */
export interface StandingQuestion {
  nodes: readonly LayoutNode[]
  edges: readonly LayoutEdge[]
  places: PlaceArray
  /** Nodes that stay where they are. */
  pinned: readonly string[]
}

/** The forces move nodes until they come to rest, and report every few rounds. */
export const force: Job<StandingQuestion, PlaceArray> = ({ nodes, edges, places, pinned }, report) => {
  const inOrder = (arranged: ReturnType<typeof relax>) => placeArray(nodes, ({ key }) => arranged.get(key)!)
  const start = placesFrom(nodes, places)
  return inOrder(relax({ nodes, edges }, start, new Set(pinned), (soFar) => report(inOrder(soFar))))
}
