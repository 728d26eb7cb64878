/** What an expansion would add, as a person reads it before it is done. */
import type { Addition, ForesightRequest } from '../../api/contract.ts'
import { expansionSize } from '../../api/expansion-size.ts'
import type { Filters } from './picture.ts'

/** How many nodes one expansion brings into sight. What had been hidden comes back whatever the limit. */
export function addedBy({ fresh, hidden }: Addition): number {
  return Math.min(fresh, expansionSize) + hidden
}

/** "3", "40 of 123", "40 of more than 1,000", "up to 40"; null where there is nothing to add. */
export function additionText(addition: Addition): string | null {
  const { fresh, hidden, isMore } = addition
  const [added, all] = [addedBy(addition), fresh + hidden]
  // Not all were counted, and those that were may be the ones that are there already.
  if (isMore && fresh < expansionSize) return `up to ${expansionSize + hidden}`
  if (isMore) return `${added} of more than ${all.toLocaleString('en')}`
  if (all === 0) return null
  return added === all ? String(added) : `${added} of ${all.toLocaleString('en')}`
}

/** "3 filtered out", "all filtered out", "30 of the 123 filtered out"; null where the filters let all of it pass. */
export function filteredText(addition: Addition): string | null {
  const { fresh, hidden, filtered, isMore } = addition
  const all = fresh + hidden
  const count = filtered.toLocaleString('en')
  if (filtered === 0) return null
  if (isMore) return `${count} or more filtered out`
  if (filtered === all) return all === 1 ? 'filtered out' : 'all filtered out'
  return addedBy(addition) === all
    ? `${count} filtered out`
    : `${count} of the ${all.toLocaleString('en')} filtered out`
}

/** "12 more, 3 filtered out", "all shown" */
export function moreText(addition: Addition): string {
  const added = additionText(addition)
  if (added === null) return 'all shown'
  return [`${added} more`, filteredText(addition)].filter((words) => words !== null).join(', ')
}

/** Filters as the server takes them; null where they let every node pass. */
export function askedFilters(filters: Filters): NonNullable<ForesightRequest['filters']> | null {
  const { from, to, leastPapers, text } = filters
  const withoutTypes = [...filters.withoutTypes]
  const withoutVenues = [...filters.withoutVenues]
  const isOpen =
    withoutTypes.length + withoutVenues.length + leastPapers === 0 &&
    from === null &&
    to === null &&
    text.trim() === ''
  return isOpen ? null : { withoutTypes, withoutVenues, from, to, leastPapers, text }
}
