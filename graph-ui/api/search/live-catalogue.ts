/** The catalogue and the first picture of a graph that changes: built when prepared for or asked for, rebuilt after changes. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { GraphStore, StoreSchema } from '../../../shared/graph-store/store.ts'
import type { Landscape } from '../contract.ts'
import { landscapeOf } from '../graph/landscape.ts'
import type { KeptPlaces } from '../kept/kept-places.ts'
import { buildCatalogue, type Catalogue } from './catalogue.ts'

/** How often the counts of a store that others may write to are looked at. */
const lookEveryMs = 10_000
/** How long a search waits for names that are newer than those at hand. */
const patienceMs = 1000

export interface LiveCatalogue {
  /** The names as last read; waits only for the first reading. */
  catalogue(): Promise<Catalogue>
  landscape(): Promise<Landscape>
  /** Takes counts that were read for another purpose, so that what is told by them is not told of an older graph. */
  notice(schema: StoreSchema): void
  /** Says that the graph has changed. */
  changed(): void
  /** Says that places of the landscape were kept. */
  arranged(): void
  /** Begins to read, so that the first picture and the first search wait less. */
  prepare(): void
}

export function keepCatalogue(store: GraphStore, places: KeptPlaces): LiveCatalogue {
  const names = kept(() => buildCatalogue(store))
  const picture = kept(() => landscapeOf(store, places))
  let counts: string | null = null
  let looked = Number.NEGATIVE_INFINITY

  function changed(): void {
    names.outdate()
    picture.outdate()
  }

  async function lookForChanges(): Promise<void> {
    if (performance.now() - looked < lookEveryMs) return
    looked = performance.now()
    notice(await store.schema())
  }

  function notice(schema: StoreSchema): void {
    const now = countsOf(schema)
    if (counts !== null && counts !== now) changed()
    counts = now
  }

  return {
    async catalogue() {
      await lookForChanges()
      return names.get()
    },
    async landscape() {
      await lookForChanges()
      return picture.getFresh()
    },
    notice,
    changed,
    arranged: picture.outdate,
    prepare() {
      // A failure shows when somebody asks.
      picture
        .getFresh()
        .then(names.getFresh)
        .catch(() => {})
    },
  }
}

function countsOf({ labels, relationshipTypes }: StoreSchema): string {
  return JSON.stringify([labels, relationshipTypes])
}

/** A value that is made again after it was outdated. */
function kept<T>(make: () => Promise<T>): { get(): Promise<T>; getFresh(): Promise<T>; outdate(): void } {
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
