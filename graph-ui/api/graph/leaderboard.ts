/** The numbers that papers report on a dataset. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import type { Leaderboard } from '../contract.ts'
import { NotFoundError } from '../failures.ts'
import { boardsOf, type MeasuredScore } from './boards.ts'
import { claimId, claimNode, claimStatements } from './claim-statements.ts'
import { conceptReference, conceptReferenceColumns } from './concept-reference.ts'
import { parseKey } from './keys.ts'
import { statesNumber } from './measured-datasets.ts'
import { type Row, readRows, readRowsOf, text, textOrNull } from './reading.ts'

/**
 * @param only keys of the one metric and the one task that are wanted; all where undefined
 * @throws NotFoundError
 */
export async function leaderboardOf(
  store: GraphStore,
  dataset: string,
  only: { metric: string | undefined; task: string | undefined },
  signal: AbortSignal | null,
): Promise<Leaderboard> {
  const id = parseKey(dataset)?.id ?? ''
  const [found, rows] = await Promise.all([
    readRows(store, `MATCH (d:Concept {id: $id}) RETURN ${conceptReferenceColumns('d')}`, { id }, signal),
    readRows(
      store,
      `MATCH (d:Concept {id: $id})<-[:ON_DATASET]-(k:Claim)-[:SUBJECT]->(m:Concept)
       WHERE ${statesNumber('k')}
       RETURN k, ${conceptReferenceColumns('m')}`,
      { id },
      signal,
    ),
  ])
  if (!found[0]) throw new NotFoundError(`The graph has no ${dataset}.`)
  const scores = (await measuredScores(store, rows, signal)).filter(
    ({ statement: { metric, task } }) =>
      (only.metric === undefined || metric?.key === only.metric) &&
      (only.task === undefined || task?.key === only.task),
  )
  return { dataset: conceptReference(found[0]), boards: boardsOf(scores) }
}

async function measuredScores(
  store: GraphStore,
  rows: readonly Row[],
  signal: AbortSignal | null,
): Promise<MeasuredScore[]> {
  const claims = rows.map((row) => claimNode(row.k))
  const duels = claims.filter(({ properties }) => properties.predicate === 'OUTPERFORMS')
  const [statements, losers] = await Promise.all([
    claimStatements(store, claims, signal),
    readLosers(store, duels.map(claimId), signal),
  ])
  return rows.flatMap((row, i): MeasuredScore[] => {
    const claim = claims[i]!
    const id = claimId(claim)
    const statement = statements.get(id)
    if (!statement) return []
    const metricName = statement.metric?.name ?? textOrNull(claim.properties.metric)
    return [{ method: conceptReference(row), over: losers.get(id) ?? null, statement, metricName }]
  })
}

async function readLosers(store: GraphStore, ids: readonly string[], signal: AbortSignal | null) {
  const rows = await readRowsOf(
    store,
    ids,
    `UNWIND $ids AS asked MATCH (k:Claim {id: asked})-[:OBJECT]->(c:Concept)
     RETURN asked, ${conceptReferenceColumns('c')}`,
    {},
    signal,
  )
  return new Map(rows.map((row) => [text(row.asked), conceptReference(row)]))
}
