/** The venues of the papers behind nodes. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import type { NodeVenues } from '../contract.ts'
import { conceptKey, idsOf, paperKey } from './keys.ts'
import { readRowsOf, text } from './reading.ts'

/** A concept that everybody speaks of has papers in hundreds of places; the rare ones tell nothing of it. */
const mostVenues = 30

/** @returns one entry for each of the keys, in their order; without venues where none is known */
export async function venuesOf(
  store: GraphStore,
  keys: readonly string[],
  signal: AbortSignal | null,
): Promise<NodeVenues[]> {
  const asked = [...new Set(keys)]
  const [concepts, papers] = await Promise.all([
    readRowsOf(
      store,
      idsOf(asked, 'Concept'),
      `UNWIND $ids AS id MATCH (c:Concept {id: id})<-[:INTRODUCES|ADDRESSES|CITES]-(p:Paper)
       WHERE p.venue IS NOT NULL
       RETURN c.id AS id, p.venue AS venue, count(DISTINCT p) AS papers
       ORDER BY id, papers DESC, venue`,
      {},
      signal,
    ),
    readRowsOf(
      store,
      idsOf(asked, 'Paper'),
      `UNWIND $ids AS id MATCH (p:Paper {id: id}) WHERE p.venue IS NOT NULL RETURN p.id AS id, p.venue AS venue`,
      {},
      signal,
    ),
  ])
  const found = new Map<string, string[]>()
  const add = (key: string, venue: string) => {
    const venues = found.get(key)
    if (venues === undefined) found.set(key, [venue])
    else if (venues.length < mostVenues) venues.push(venue)
  }
  for (const { id, venue } of concepts) add(conceptKey(text(id)), text(venue))
  for (const { id, venue } of papers) add(paperKey(text(id)), text(venue))
  return asked.map((key) => ({ key, venues: found.get(key) ?? [] }))
}
