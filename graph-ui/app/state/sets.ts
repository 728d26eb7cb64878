/** Sets that are not changed but made anew. */

export function without<T>(set: ReadonlySet<T>, taken: Iterable<T>): ReadonlySet<T> {
  const rest = new Set(set)
  for (const item of taken) rest.delete(item)
  return rest
}

export function withAll<T>(set: ReadonlySet<T>, added: Iterable<T>): ReadonlySet<T> {
  return new Set([...set, ...added])
}

export function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  return set.has(item) ? without(set, [item]) : withAll(set, [item])
}

export function byKey<T extends { key: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.key, item]))
}
