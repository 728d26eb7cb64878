export interface Counted<T> {
  value: T
  count: number
}

/** How often each value stands there, the most frequent first. */
export function tally<T extends string>(values: Iterable<T>): Counted<T>[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
