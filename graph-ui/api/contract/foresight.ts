/** What expanding a node would add to a picture. */
import { z } from 'zod'
import { type Direction, type DrawnType, nodeKeySchema } from './keys.ts'

export const foresightRequest = z.object({
  key: nodeKeySchema,
  /** What the picture shows already. */
  present: z.array(nodeKeySchema).default([]),
})

export interface RelationForesight {
  type: DrawnType
  direction: Direction
  /** Relationships of this type and direction; each leads to another neighbour. */
  edges: number
  /** Neighbours that the picture does not show. */
  fresh: number
  /** Whether there are more than were counted; both numbers are then the least there are. */
  isMore: boolean
}

export interface Foresight {
  relations: RelationForesight[]
}
