import type { GraphStore } from '../../../shared/graph-store/store.ts'
import type { IngestPapers } from '../../../shared/ingest-papers.ts'
import type { KeptPlaces } from '../kept/kept-places.ts'
import type { KeptReadings } from '../kept/kept-readings.ts'

/** What every family of routes is given. */
export interface Served {
  store: GraphStore
  /** What was read of the whole graph. */
  readings: KeptReadings
  /** Places of the landscape. */
  kept: KeptPlaces
  /** What a person calls the store: a path, or an address without credentials. */
  storeName: string
  version: string
  /** Takes in papers from the page; null where that is turned off. */
  ingest: IngestPapers | null
}
