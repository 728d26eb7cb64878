/** All that papers state about an edge, as light as it can be counted and sorted. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import type { Predicate } from '../../../shared/schema.ts'
import { isToldBackwards, type Stance, stanceOf } from '../../../shared/stance.ts'
import { number, type Row, readRows, text } from './reading.ts'

/** One sentence of one paper with one stance, whatever number of claims were read from it. */
export interface Statement {
  /** Id of the paper. */
  paper: string
  stance: Stance
  /** Ids of its claims, the surest first. */
  claims: string[]
}

const rank: Record<Stance, number> = { for: 0, reversed: 1, against: 2 }

/** @returns what says so first, then the reverse, then denials; the surest, then the newest first */
export async function statementsBehind(
  store: GraphStore,
  predicate: Predicate,
  { from, to }: { from: string; to: string },
  signal: AbortSignal | null,
): Promise<Statement[]> {
  const [there, back] = await Promise.all([
    claimsBetween(store, predicate, from, to, signal),
    isToldBackwards(predicate) ? claimsBetween(store, predicate, to, from, signal) : [],
  ])
  const claims = [
    ...there.map((row) => ({ row, isExchanged: false })),
    ...back.map((row) => ({ row, isExchanged: true })),
  ].flatMap(({ row, isExchanged }) => {
    const stance = stanceOf(predicate, { isDenial: row.negated === true, isExchanged })
    return stance === null ? [] : { row, stance }
  })
  claims.sort(
    (a, b) =>
      rank[a.stance] - rank[b.stance] ||
      number(b.row.confidence) - number(a.row.confidence) ||
      number(b.row.year) - number(a.row.year) ||
      (text(a.row.claim) < text(b.row.claim) ? -1 : 1),
  )
  const statements = new Map<string, Statement>()
  for (const { row, stance } of claims) {
    const paper = text(row.paper)
    const key = JSON.stringify([paper, row.start, stance])
    const known = statements.get(key)
    if (known) known.claims.push(text(row.claim))
    else statements.set(key, { paper, stance, claims: [text(row.claim)] })
  }
  return [...statements.values()]
}

function claimsBetween(
  store: GraphStore,
  predicate: Predicate,
  from: string,
  to: string,
  signal: AbortSignal | null,
): Promise<Row[]> {
  return readRows(
    store,
    `MATCH (:Concept {id: $from})<-[:SUBJECT]-(k:Claim)-[:OBJECT]->(:Concept {id: $to})
     WHERE k.predicate = $predicate
     RETURN k.id AS claim, k.paper AS paper, k.start AS start, k.negated AS negated,
       k.confidence AS confidence, k.year AS year`,
    { from, to, predicate },
    signal,
  )
}
