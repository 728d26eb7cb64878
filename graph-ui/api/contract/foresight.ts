/** What expanding a node would add to a picture. */
import { z } from 'zod'
import { type Direction, type DrawnType, nodeKeySchema, nodeKeysSchema } from './keys.ts'
import { viewNodeTypes } from './view.ts'

const year = z.int().nullable()

export const foresightRequest = z.object({
  key: nodeKeySchema,
  /** What the picture has already, hidden or not. */
  present: nodeKeysSchema.default([]),
  /** What of it is hidden: expanding shows it again, and it counts towards no limit. */
  hidden: nodeKeysSchema.default([]),
  /** What the picture leaves out of the nodes that come; null where it shows all. */
  filters: z
    .object({
      withoutTypes: z.array(z.enum(viewNodeTypes)).max(viewNodeTypes.length),
      withoutVenues: z.array(z.string().max(2000)).max(10_000).default([]),
      from: year,
      to: year,
      leastPapers: z.number().min(0),
      text: z.string().max(2000),
    })
    .nullable()
    .default(null),
})
export type ForesightRequest = z.input<typeof foresightRequest>

/** What would join the picture. */
export interface Addition {
  /** Neighbours that the picture does not have. */
  fresh: number
  /** Neighbours that it has, but hides. */
  hidden: number
  /** Those of both that the filters given would leave out. */
  filtered: number
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
