/** What keys do in a long list of names. */

/** @returns where a key leads from an entry, or null where it is none that leads anywhere */
export function indexAfterKey(
  key: string,
  at: number,
  { count, page }: { count: number; page: number },
): number | null {
  const goals: Record<string, number> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    PageUp: at - page,
    PageDown: at + page,
    Home: 0,
    End: count - 1,
  }
  const goal = goals[key]
  return goal === undefined || count === 0 ? null : Math.min(Math.max(goal, 0), count - 1)
}

/**
 * The next entry whose name begins with what was typed, going round.
 * @param at the entry to begin from; with a single letter the one after it, so that it goes from one to the next
 * @returns null where there is none
 */
export function indexTyped(names: readonly string[], typed: string, at: number): number | null {
  const sought = typed.toLowerCase()
  const first = typed.length === 1 ? at + 1 : at
  for (let i = 0; i < names.length; i++) {
    const index = (first + i) % names.length
    if (names[index]!.toLowerCase().startsWith(sought)) return index
  }
  return null
}
