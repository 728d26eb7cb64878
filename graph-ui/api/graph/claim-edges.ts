/** What ties the claims of a picture to its papers and concepts. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import type { ViewEdge } from '../contract.ts'
import { claimKey, conceptKey, idsOf, paperKey } from './keys.ts'
import { readRowsOf, text } from './reading.ts'
import { edgeBetween } from './view-parts.ts'

export async function claimEdgesAmong(
  store: GraphStore,
  keys: readonly string[],
  signal: AbortSignal | null,
): Promise<ViewEdge[]> {
  const claims = idsOf(keys, 'Claim')
  if (claims.length === 0) return []
  const [papers, concepts] = [idsOf(keys, 'Paper'), idsOf(keys, 'Concept')]
  const [made, about] = await Promise.all([
    readRowsOf(
      store,
      claims,
      `UNWIND $ids AS id MATCH (k:Claim {id: id})<-[r:CLAIMS]-(p:Paper) WHERE p.id IN $papers
       RETURN p.id AS source, k.id AS target, type(r) AS relation`,
      { papers },
      signal,
    ),
    readRowsOf(
      store,
      claims,
      `UNWIND $ids AS id MATCH (k:Claim {id: id})-[r]->(c:Concept) WHERE c.id IN $concepts
       RETURN k.id AS source, c.id AS target, type(r) AS relation`,
      { concepts },
      signal,
    ),
  ])
  return [
    ...made.map((row) =>
      edgeBetween(paperKey(text(row.source)), text(row.relation), claimKey(text(row.target)), {}),
    ),
    ...about.map((row) =>
      edgeBetween(claimKey(text(row.source)), text(row.relation), conceptKey(text(row.target)), {}),
    ),
  ]
}
