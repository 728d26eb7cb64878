/** The edges between the nodes of a picture. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { predicates } from '../../../shared/schema.ts'
import type { ViewEdge } from '../contract.ts'
import { conceptKey, idsOf, paperKey } from './keys.ts'
import { readRowsOf, text } from './reading.ts'
import { derivedEdgeColumns, edgeBetween } from './view-parts.ts'

export async function edgesAmong(
  store: GraphStore,
  keys: Iterable<string>,
  signal: AbortSignal | null,
): Promise<ViewEdge[]> {
  const all = [...keys]
  const concepts = idsOf(all, 'Concept')
  const papers = idsOf(all, 'Paper')
  const [derived, cited, bibliography] = await Promise.all([
    concepts.length < 2
      ? []
      : readRowsOf(
          store,
          concepts,
          `UNWIND $ids AS id MATCH (a:Concept {id: id})-[r:${predicates.join('|')}]->(b:Concept)
           WHERE b.id IN $concepts
           RETURN a.id AS source, b.id AS target, type(r) AS relation, ${derivedEdgeColumns}`,
          { concepts },
          signal,
        ),
    concepts.length === 0 || papers.length === 0
      ? []
      : readRowsOf(
          store,
          papers,
          `UNWIND $ids AS id MATCH (p:Paper {id: id})-[r:INTRODUCES|ADDRESSES|CITES]->(c:Concept)
           WHERE c.id IN $concepts
           RETURN p.id AS source, c.id AS target, type(r) AS relation, r.confidence AS confidence`,
          { concepts },
          signal,
        ),
    papers.length < 2
      ? []
      : readRowsOf(
          store,
          papers,
          `UNWIND $ids AS id MATCH (p:Paper {id: id})-[r:CITES]->(q:Paper) WHERE q.id IN $papers
           RETURN p.id AS source, q.id AS target, type(r) AS relation`,
          { papers },
          signal,
        ),
  ])
  return [
    ...derived.map((row) =>
      edgeBetween(conceptKey(text(row.source)), text(row.relation), conceptKey(text(row.target)), row),
    ),
    ...cited.map((row) =>
      edgeBetween(paperKey(text(row.source)), text(row.relation), conceptKey(text(row.target)), row),
    ),
    ...bibliography.map((row) =>
      edgeBetween(paperKey(text(row.source)), text(row.relation), paperKey(text(row.target)), row),
    ),
  ]
}
