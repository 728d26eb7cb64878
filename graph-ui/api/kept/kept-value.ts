/** What is derived from a graph that changes: kept until the next change, then made again. */
import { setTimeout as sleep } from 'node:timers/promises'

/** How long {@link KeptValue.get} waits for a newer value than the one at hand. */
const patienceMs = 1000

export interface KeptValue<T> {
  /** The value as it was made last, where a newer one takes long; waits only for the first. */
  get(): Promise<T>
  /** The value since the last change that was told of. */
  getFresh(): Promise<T>
  outdate(): void
}

/** @param make is called when the value is asked for, never twice at once */
export function keptValue<T>(make: () => Promise<T>): KeptValue<T> {
  let value: { made: T; revision: number } | null = null
  let making: Promise<T> | null = null
  let revision = 0

  async function remake(): Promise<T> {
    const from = revision
    try {
      const made = await make()
      value = { made, revision: from }
      return made
    } finally {
      making = null
    }
  }
  async function getFresh(): Promise<T> {
    if (value?.revision === revision) return value.made
    making ??= remake()
    const made = await making
    // What was under way may have begun before the last change; a graph that keeps changing is not run after.
    if (value?.revision === revision) return made
    making ??= remake()
    return making
  }
  return {
    async get() {
      if (value === null) return getFresh()
      if (value.revision === revision) return value.made
      const outdated = value.made
      // A failure shows in the reading that finds nothing to fall back on.
      const fresh = getFresh().catch(() => outdated)
      return Promise.race([fresh, sleep(patienceMs, outdated, { ref: false })])
    },
    getFresh,
    outdate: () => {
      revision++
    },
  }
}
