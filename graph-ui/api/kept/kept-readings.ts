/**
 * What reads all of a graph that changes (names, the first picture, what papers disagree on, the datasets with numbers):
 * made when prepared for or asked for, and again after changes.
 */
import type { GraphStore, StoreSchema } from '../../../shared/graph-store/store.ts'
import type { Landscape, LeaderboardDataset } from '../contract.ts'
import { type Dispute, findDisputes } from '../graph/disputes.ts'
import { landscapeOf } from '../graph/landscape.ts'
import { findMeasuredDatasets } from '../graph/measured-datasets.ts'
import { buildCatalogue, type Catalogue } from '../search/catalogue.ts'
import type { KeptPlaces } from './kept-places.ts'
import { keptValue } from './kept-value.ts'

/** How often the counts of a store that others may write to are looked at. */
const lookEveryMs = 10_000

export interface KeptReadings {
  /** The names as last read; waits only for the first reading. */
  catalogue(): Promise<Catalogue>
  landscape(): Promise<Landscape>
  /** Pairs on which papers disagree, the fiercest first. */
  disputes(): Promise<readonly Dispute[]>
  /** Datasets on which papers report numbers, those of most papers first. */
  measuredDatasets(): Promise<readonly LeaderboardDataset[]>
  /** Takes counts that were read for another purpose, so that what is told by them is not told of an older graph. */
  notice(schema: StoreSchema): void
  /** Says that the graph has changed. */
  changed(): void
  /** Says that places of the landscape were kept. */
  arranged(): void
  /** Begins to read, so that what is asked for first waits less. */
  prepare(): void
}

export function keepReadings(store: GraphStore, places: KeptPlaces): KeptReadings {
  const names = keptValue(() => buildCatalogue(store))
  const picture = keptValue(() => landscapeOf(store, places))
  const disputes = keptValue(() => findDisputes(store))
  const datasets = keptValue(() => findMeasuredDatasets(store))
  let counts: string | null = null
  let looked = Number.NEGATIVE_INFINITY

  function changed(): void {
    for (const value of [names, picture, disputes, datasets]) value.outdate()
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

  const upToDate =
    <T>(read: () => Promise<T>) =>
    async () => {
      await lookForChanges()
      return read()
    }

  return {
    catalogue: upToDate(names.get),
    landscape: upToDate(picture.getFresh),
    disputes: upToDate(disputes.getFresh),
    measuredDatasets: upToDate(datasets.getFresh),
    notice,
    changed,
    arranged: picture.outdate,
    prepare() {
      // A failure shows when somebody asks.
      picture
        .getFresh()
        .then(names.getFresh)
        .then(disputes.getFresh)
        .then(datasets.getFresh)
        .catch(() => {})
    },
  }
}

function countsOf({ labels, relationshipTypes }: StoreSchema): string {
  return JSON.stringify([labels, relationshipTypes])
}
