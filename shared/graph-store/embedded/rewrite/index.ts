import { tokenise } from '../../cypher/tokens.ts'
import { liftAggregates } from './aggregates.ts'
import { applyEdits, type Rewritten } from './edits.ts'
import { moveNodeConditions, spellLabelPredicates } from './label-expressions.ts'
import { limitRows } from './limit.ts'
import { nameProjectedVariables } from './map-projection.ts'
import { quoteReservedNames } from './reserved-names.ts'
import { sliceFromTheEnd } from './slices.ts'
import { sumToZero } from './sums.ts'

/** Each gives the edits for one place, or for several that do not touch; none where nothing is left to do. */
const steps = [
  quoteReservedNames,
  moveNodeConditions,
  spellLabelPredicates,
  nameProjectedVariables,
  sliceFromTheEnd,
  sumToZero,
  liftAggregates,
]

/** More places than any query that a person types. */
const maxEdits = 200

/**
 * Cypher as Neo4j takes it, made into what the engine takes and answers rightly.
 * @param limit most rows that are wanted, null for all of them
 */
export function rewrite(cypher: string, limit: number | null): Rewritten {
  let current: Rewritten = { cypher, original: (offset) => offset }
  for (const step of steps) {
    for (let made = 0; made < maxEdits; made++) {
      const edits = step(current.cypher, tokenise(current.cypher))
      if (edits.length === 0) break
      current = applyEdits(current, edits)
    }
  }
  return applyEdits(current, limitRows(tokenise(current.cypher), limit))
}
