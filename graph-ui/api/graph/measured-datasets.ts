/** The datasets on which papers report numbers. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import type { LeaderboardDataset, Leaderboards } from '../contract.ts'
import { conceptReference, conceptReferenceColumns } from './concept-reference.ts'
import { number, readRows } from './reading.ts'
import { byText } from './text-order.ts'

/** What a WHERE clause asks of a claim that is to stand on a leaderboard. */
export function statesNumber(claim: string): string {
  return `${claim}.value IS NOT NULL AND ${claim}.valueKind IS NOT NULL AND ${claim}.negated = false`
}

/** All of them: those of most papers first. */
export async function findMeasuredDatasets(store: GraphStore): Promise<LeaderboardDataset[]> {
  const rows = await readRows(
    store,
    `MATCH (d:Dataset)<-[:ON_DATASET]-(k:Claim)-[:SUBJECT]->(m:Concept)
     WHERE ${statesNumber('k')}
     RETURN ${conceptReferenceColumns('d')}, count(DISTINCT m.id) AS methods, count(DISTINCT k.paper) AS papers`,
    {},
  )
  return rows
    .map((row) => ({ ...conceptReference(row), methods: number(row.methods), papers: number(row.papers) }))
    .sort(
      (a, b) =>
        b.papers - a.papers || b.methods - a.methods || byText(a.name, b.name) || byText(a.key, b.key),
    )
}

/** Those whose names hold what is typed, in the same order. */
export function leaderboardsOf(
  datasets: readonly LeaderboardDataset[],
  { q, limit }: { q: string; limit: number },
): Leaderboards {
  const wanted = q.trim().toLowerCase()
  const found = datasets.filter(({ name }) => name.toLowerCase().includes(wanted))
  return { datasets: found.slice(0, limit), total: found.length }
}
