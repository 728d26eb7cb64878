/** The order of a board's rows, as the person wants it. */
import type { Board, Score } from '../../api/contract.ts'

export type ScoreColumn = 'value' | 'method' | 'year'

export interface ScoreOrder {
  column: ScoreColumn
  ascending: boolean
}

/** The best first; where it is not known what is better, the largest. */
export function usualOrder({ better }: Board): ScoreOrder {
  return { column: 'value', ascending: better === 'lower' }
}

/** Rows that are equal stay as they were; a paper without a year comes last. */
export function sortScores(scores: readonly Score[], { column, ascending }: ScoreOrder): Score[] {
  const sign = ascending ? 1 : -1
  return [...scores].sort((a, b) => {
    if (column === 'method') return sign * a.method.name.localeCompare(b.method.name, 'en')
    if (column === 'value') return sign * ((a.statement.value ?? 0) - (b.statement.value ?? 0))
    const [x, y] = [a.statement.paper.year, b.statement.paper.year]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (x - y)
  })
}

/** The place of each row, equal numbers sharing one; null where nobody is first. */
export function ranksOf({ better, scores }: Board): ReadonlyMap<Score, number> | null {
  if (better === null) return null
  const ranks = new Map<Score, number>()
  scores.forEach((score, i) => {
    const before = scores[i - 1]
    const isEqual = before !== undefined && before.statement.value === score.statement.value
    ranks.set(score, isEqual ? ranks.get(before)! : i + 1)
  })
  return ranks
}
