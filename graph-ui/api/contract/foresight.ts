/** What expanding a node would add to a picture. */
import { z } from 'zod'
import { type Direction, type DrawnType, nodeKeySchema, nodeKeysSchema } from './keys.ts'

export const foresightRequest = z.object({
  key: nodeKeySchema,
  /** What the picture has already, hidden or not. */
  present: nodeKeysSchema.default([]),
  /** What of it is hidden: expanding shows it again, and it counts towards no limit. */
  hidden: nodeKeysSchema.default([]),
})

/** What would join the picture. */
export interface Addition {
  /** Neighbours that the picture does not have. */
  fresh: number
  /** Neighbours that it has, but hides. */
  hidden: number
  /** Whether there are more than were counted; all numbers are then the least there are. */
  isMore: boolean
}

export interface RelationForesight extends Addition {
  type: DrawnType
  direction: Direction
  /** Relationships of this type and direction; each leads to another neighbour. */
  edges: number
}

export interface Foresight {
  relations: RelationForesight[]
  /** Along all relations together, each neighbour once. */
  all: Addition
}
