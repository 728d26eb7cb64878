/** What a paper's claim says of a relation between two concepts. */
import type { Predicate } from './schema.ts'

/** What a statement says of a relation: the same, its denial, or the same with its ends exchanged ("B outperforms A"). */
export type Stance = 'for' | 'against' | 'reversed'

/** What a claim with its ends exchanged says; null where it says nothing. */
const exchanged: Partial<Record<Predicate, { asserted: Stance | null; denied: Stance | null }>> = {
  OUTPERFORMS: { asserted: 'reversed', denied: null },
  COMPARED_WITH: { asserted: 'for', denied: 'against' },
}
const straight = { asserted: 'for', denied: 'against' } as const

/** Whether claims with their ends exchanged say something of such a relation. */
export function isToldBackwards(predicate: Predicate): boolean {
  return exchanged[predicate] !== undefined
}

/** What a claim says of a relation with its predicate and the same ends, or these exchanged; null where it says nothing. */
export function stanceOf(
  predicate: Predicate,
  { isDenial, isExchanged }: { isDenial: boolean; isExchanged: boolean },
): Stance | null {
  const ways = isExchanged ? exchanged[predicate] : straight
  return (isDenial ? ways?.denied : ways?.asserted) ?? null
}
