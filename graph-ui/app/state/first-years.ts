/** When things first appear. */
import type { ViewNode } from '../../api/contract.ts'

export interface Years {
  first: number
  last: number
}

/** The first and the last year in which one of the nodes first appears; null where no year is known. */
export function extentOfFirstYears(nodes: Iterable<Pick<ViewNode, 'year'>>): Years | null {
  return extentOf(Array.from(nodes, ({ year }) => year))
}

/** The first and the last of some years; null where there is none. */
export function extentOf(years: Iterable<number | null>): Years | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const year of years) {
    if (year === null) continue
    first = Math.min(first, year)
    last = Math.max(last, year)
  }
  return first <= last ? { first, last } : null
}
