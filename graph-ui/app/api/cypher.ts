import type { CypherAnswer, CypherCount } from '../../api/contract.ts'
import { post } from './request.ts'

/** A query with the values of its parameters. */
export interface Statement {
  cypher: string
  params: Readonly<Record<string, unknown>>
}

export const cypherCalls = {
  cypher: ({ cypher, params }: Statement, maxRows: number, signal: AbortSignal) =>
    post<CypherAnswer>('cypher', { cypher, params, maxRows }, signal),
  /** How many rows a query gives in all. */
  countRows: async ({ cypher, params }: Statement, signal: AbortSignal) =>
    (await post<CypherCount>('cypher/count', { cypher, params }, signal)).rows,
}
