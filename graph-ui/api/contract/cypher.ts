/** Queries of a person. */
import { z } from 'zod'
import type { QueryResult, StoreSchema } from '../../../shared/graph-store/store.ts'
import type { View } from './view.ts'

export const cypherRequest = z.object({
  cypher: z.string().min(1).max(100_000),
  params: z.record(z.string(), z.unknown()).default({}),
  timeoutMs: z.int().min(100).max(120_000).default(10_000),
  maxRows: z.int().min(1).max(20_000).default(500),
})

export const cypherCountRequest = cypherRequest.omit({ maxRows: true })

export interface CypherAnswer extends QueryResult {
  maxRows: number
  /** What of the result can be drawn. */
  view: View
  /** Nodes in these rows, ends of their relationships among them; `view` has the first of them. */
  nodes: number
}

/** How many rows a query gives in all. */
export interface CypherCount {
  rows: number
}

export type { StoreSchema }
