/** A queue that gives the best first, whatever the order in which things came. */
export interface Queue<T> {
  push(item: T): void
  /** Takes the best out; undefined where nothing is left. */
  pop(): T | undefined
}

/** A binary heap. */
export function bestFirst<T>(isBetter: (a: T, b: T) => boolean): Queue<T> {
  const items: T[] = []
  return {
    push(item) {
      let at = items.push(item) - 1
      while (at > 0) {
        const above = (at - 1) >> 1
        if (!isBetter(item, items[above]!)) break
        items[at] = items[above]!
        at = above
      }
      items[at] = item
    },
    pop() {
      const best = items[0]
      const last = items.pop()
      if (last === undefined || items.length === 0) return best
      let at = 0
      for (;;) {
        let below = 2 * at + 1
        if (below >= items.length) break
        if (below + 1 < items.length && isBetter(items[below + 1]!, items[below]!)) below++
        if (!isBetter(items[below]!, last)) break
        items[at] = items[below]!
        at = below
      }
      items[at] = last
      return best
    },
  }
}
