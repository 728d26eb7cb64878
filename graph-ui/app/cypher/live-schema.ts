/** The store's schema for completion, asked again as the graph may have changed. */
import type { StoreSchema } from '../../api/contract.ts'

const staleAfterMs = 15_000

export interface LiveSchema {
  /** What is known; a look at the store for the next time is taken on the way, where the last one is old. */
  get(): Promise<StoreSchema | null>
  /** Forgets what is known: the graph has changed. */
  forget(): void
}

/**
 * @param ask may fail: then there is no completion of names, and no more harm than that
 * @param now the time in milliseconds
 */
export function createLiveSchema(ask: () => Promise<StoreSchema>, now: () => number): LiveSchema {
  let known: Promise<StoreSchema | null> | null = null
  let askedAt = 0

  function look(): Promise<StoreSchema | null> {
    askedAt = now()
    return ask().catch(() => null)
  }

  return {
    get() {
      if (known === null) known = look()
      else if (now() - askedAt > staleAfterMs) {
        void look().then((schema) => {
          if (schema !== null) known = Promise.resolve(schema)
        })
      }
      return known
    },
    forget() {
      known = null
    },
  }
}
