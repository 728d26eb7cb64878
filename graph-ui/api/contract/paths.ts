/** Ways from one concept to another. */
import { z } from 'zod'
import { predicateSchema, predicates } from '../../../shared/schema.ts'
import { type Direction, nodeKeySchema, wholeNumber } from './keys.ts'
import type { View, ViewEdge, ViewNode } from './view.ts'

export const pathsRequest = z.object({
  from: nodeKeySchema,
  to: nodeKeySchema,
  limit: wholeNumber(5, 20),
  /** The relations that paths may use, with commas between them; all of them where left out. */
  relations: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(predicateSchema).max(predicates.length))
    .default([...predicates]),
})
/** What is asked for beside the two ends. */
export type PathsOptions = Pick<z.infer<typeof pathsRequest>, 'limit' | 'relations'>

/** One step of a way, as it is walked. */
export interface PathStep {
  from: ViewNode
  to: ViewNode
  edge: ViewEdge
  /** Whether the edge is walked as it points (`out`) or against that (`in`). */
  direction: Direction
}

export interface Path {
  steps: PathStep[]
  /** Papers behind its weakest step. */
  papers: number
  /** That every step is right; null where that of a step is not known. */
  confidence: number | null
}

export interface Paths {
  /** Shorter ones first, then those with more papers behind the weakest step, then the surer ones. */
  paths: Path[]
  /** All of them as one picture. */
  view: View
  /** How many steps were looked for at most. */
  longest: number
  /** Whether every relation was looked at: around concepts with very many of them only the strongest are. */
  isComplete: boolean
}
