/** When things first appear. */
import type { ViewNode } from '../../api/contract.ts'

export interface Years {
  first: number
  last: number
}

/** The first and the last year in which one of the nodes first appears; null where no year is known. */
export function extentOfFirstYears(nodes: Iterable<Pick<ViewNode, 'year'>>): Years | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { year } of nodes) {
    if (year === null) continue
    first = Math.min(first, year)
    last = Math.max(last, year)
  }
  return first <= last ? { first, last } : null
}
