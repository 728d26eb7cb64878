/** What an expansion would add, as a person reads it before it is done. */
import type { Addition } from '../../api/contract.ts'
import { expansionSize } from '../../api/expansion-size.ts'

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
