/** Numbers as text. */

/** "1 paper", "1,204 papers" */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

/** "2015–2019", "2015", or null where no year is known. */
export function yearRange(first: number | null, last: number | null): string | null {
  if (first === null) return last === null ? null : String(last)
  return last === null || last === first ? String(first) : `${first}–${last}`
}
