import { withoutOverlaps } from '../../../layout/relax.ts'
import { type PlaceArray, placeArray, placesFrom } from '../place-arrays.ts'
import type { StandingQuestion } from './force.ts'
import type { Job } from './job.ts'

/** Nodes that cover each other are moved apart, as little as that needs. */
export const noOverlap: Job<StandingQuestion, PlaceArray> = ({ nodes, edges, places, pinned }) => {
  const apart = withoutOverlaps({ nodes, edges }, placesFrom(nodes, places), new Set(pinned))
  return placeArray(nodes, ({ key }) => apart.get(key)!)
}
