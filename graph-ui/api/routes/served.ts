import type { GraphStore } from '../../../shared/graph-store/store.ts'
import type { IngestPapers } from '../../../shared/ingest-papers.ts'
import type { KeptPlaces } from '../kept/kept-places.ts'
import type { LiveCatalogue } from '../search/live-catalogue.ts'

/** What every family of routes is given. */
export interface Served {
  store: GraphStore
  catalogue: LiveCatalogue
  /** Places of the landscape. */
  kept: KeptPlaces
  /** What a person calls the store: a path, or an address without credentials. */
  storeName: string
  version: string
  /** Takes in papers from the page; null where that is turned off. */
  ingest: IngestPapers | null
}
