/** Pictures: nodes and edges with their places. */
import { z } from 'zod'
import { conceptTypes, type RelationshipType } from '../../../shared/schema.ts'
import { expansionSize } from '../expansion-size.ts'
import {
  type DrawnType,
  directionSchema,
  drawnTypeSchema,
  nodeKeySchema,
  nodeKeysSchema,
  wholeNumber,
} from './keys.ts'

export const viewNodeTypes = [...conceptTypes, 'Paper', 'Claim', 'Other'] as const
export type ViewNodeType = (typeof viewNodeTypes)[number]

/** A node as the picture shows it. */
export interface ViewNode {
  key: string
  type: ViewNodeType
  name: string
  /** Papers that speak of a concept; 0 for everything else. */
  papers: number
  /** A paper's year, or the first year of a concept. */
  year: number | null
  /** The last year in which papers speak of a concept; of a paper its year. */
  lastYear: number | null
  x: number
  y: number
  community: number | null
}

export interface ViewEdge {
  key: string
  source: string
  target: string
  type: RelationshipType | (string & {})
  /** Papers behind a derived edge; 1 for what a paper says itself. */
  papers: number
  against: number
  confidence: number | null
  firstYear: number | null
  lastYear: number | null
}

export interface View {
  nodes: ViewNode[]
  edges: ViewEdge[]
}

export interface Community {
  id: number
  /** What a person would call it: the task that is strongest in it, or its two strongest concepts. */
  name: string
  /** The node that it is called after. */
  key: string
  /** Its strongest other concepts. */
  members: string[]
  size: number
}

export interface Landscape extends View {
  communities: Community[]
}

export const neighbourhoodRequest = z.object({
  key: nodeKeySchema,
  /** Only these relations; all of them where left out. */
  types: z.array(drawnTypeSchema).min(1).nullable().default(null),
  direction: directionSchema.default('both'),
  limit: wholeNumber(expansionSize, 500),
  /** What the picture shows already: it keeps its place, counts towards no limit, and edges to it come too. */
  present: z.array(z.object({ key: nodeKeySchema, x: z.number(), y: z.number() })).default([]),
})

/** The nodes that a saved link or a list names. */
export const viewRequest = z.object({
  nodes: nodeKeysSchema,
  /** Whether who asks knows where they stand: they are not laid out, and all come at 0, 0. */
  isPlaced: z.boolean().default(false),
})

export type ViewRequest = z.infer<typeof viewRequest>

export interface StoredView extends View {
  /** Of the nodes asked for, those that the graph does not have. */
  missing: number
}

export interface Neighbourhood extends View {
  /** Whether neighbours were left out. */
  truncated: boolean
  /** The relations that were followed. */
  types: DrawnType[]
  /** Neighbours along them, shown or not. */
  total: number
}
