import type { Evidence, ViewEdge } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { type Pages, usePages } from './use-pages.ts'

/** Statements that come at once, after the first ones. */
export const statementsAtOnce = 100

/**
 * The statements behind an edge, some at a time.
 * @param first how many come at first
 */
export function useEvidence(
  edge: ViewEdge,
  { first = statementsAtOnce, only = 'all' }: { first?: number; only?: 'all' | 'opposed' } = {},
): Pages<Evidence> {
  return usePages<Evidence>(`${only} ${edge.key}`, async (before, signal) => {
    const limit = before === null ? first : statementsAtOnce
    const items = before?.items ?? []
    const evidence = await api.evidence(edge, { limit, offset: items.length, only }, signal)
    return { ...evidence, items: [...items, ...evidence.items] }
  })
}
