import type { CypherAnswer } from '../../api/contract.ts'
import { post } from './request.ts'

export const cypherCalls = {
  cypher: (cypher: string, maxRows: number, signal: AbortSignal) =>
    post<CypherAnswer>('cypher', { cypher, maxRows }, signal),
}
