/** Pairs of concepts on which papers disagree. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import type { ConceptReference, Contradiction, ContradictionSide, Contradictions } from '../contract.ts'
import { addTo } from './add-to.ts'
import { claimStatements, readClaims } from './claim-statements.ts'
import { conceptReference, conceptReferenceColumns } from './concept-reference.ts'
import { number, numberOrNull, readRows, readRowsOf, text } from './reading.ts'
import { byText } from './text-order.ts'

/** One claim that somebody outperforms somebody, or does not. */
interface Verdict {
  claim: string
  paper: string
  negated: boolean
  hedged: boolean
  confidence: number
  year: number | null
}

interface Side {
  concept: string
  ahead: Set<string>
  notBehind: Set<string>
  papers: Set<string>
  /** The surest first, plain statements before denials. */
  verdicts: Verdict[]
}

interface Dispute {
  sides: [Side, Side]
  papers: number
}

/**
 * A paper stands on the side of a concept where it says that the concept outperforms the other, or denies that the
 * other outperforms it. Two papers on different sides disagree; one that finds both, here and there, does not.
 * Ranked by the papers of the smaller side, then by all papers.
 */
export async function contradictionsOf(
  store: GraphStore,
  { limit, offset }: { limit: number; offset: number },
  signal: AbortSignal | null,
): Promise<Contradictions> {
  const pairs = await disputedPairs(store, signal)
  const verdicts = await readVerdicts(store, pairs, signal)
  const disputes = pairs.flatMap(([a, b]) => disputeOf(a, b, verdicts) ?? []).sort(fiercestFirst)
  const shown = disputes.slice(offset, offset + limit)
  return { pairs: await describe(store, shown, signal), total: disputes.length }
}

/** Pairs of which each is said to outperform the other, or where it is denied; sorted, each once. */
async function disputedPairs(
  store: GraphStore,
  signal: AbortSignal | null,
): Promise<[a: string, b: string][]> {
  const [denied, mutual] = await Promise.all([
    readRows(
      store,
      'MATCH (a:Concept)-[r:OUTPERFORMS]->(b:Concept) WHERE r.against > 0 RETURN a.id AS a, b.id AS b',
      {},
      signal,
    ),
    readRows(
      store,
      `MATCH (a:Concept)-[:OUTPERFORMS]->(b:Concept)-[:OUTPERFORMS]->(c:Concept)
       WHERE c.id = a.id AND a.id < b.id RETURN a.id AS a, b.id AS b`,
      {},
      signal,
    ),
  ])
  const pairs = new Map<string, [string, string]>()
  for (const row of [...denied, ...mutual]) {
    const [a = '', b = ''] = [text(row.a), text(row.b)].sort()
    if (a !== b) pairs.set(pairName(a, b), [a, b])
  }
  return [...pairs].sort(([a], [b]) => byText(a, b)).map(([, pair]) => pair)
}

async function readVerdicts(
  store: GraphStore,
  pairs: readonly [string, string][],
  signal: AbortSignal | null,
): Promise<Map<string, Verdict[]>> {
  const rows = await readRowsOf(
    store,
    pairs.flat(),
    `UNWIND $ids AS asked MATCH (:Concept {id: asked})<-[:SUBJECT]-(k:Claim)-[:OBJECT]->(o:Concept)
     WHERE k.predicate = 'OUTPERFORMS'
     RETURN asked, o.id AS other, k.id AS claim, k.paper AS paper, k.negated AS negated, k.hedged AS hedged,
       k.confidence AS confidence, k.year AS year`,
    {},
    signal,
  )
  const verdicts = new Map<string, Verdict[]>()
  for (const row of rows) {
    const name = pairName(text(row.asked), text(row.other))
    const verdict: Verdict = {
      claim: text(row.claim),
      paper: text(row.paper),
      negated: row.negated === true,
      hedged: row.hedged === true,
      confidence: number(row.confidence),
      year: numberOrNull(row.year),
    }
    addTo(verdicts, name, verdict)
  }
  return verdicts
}

function disputeOf(a: string, b: string, verdicts: ReadonlyMap<string, Verdict[]>): Dispute | null {
  const aOverB = verdicts.get(pairName(a, b)) ?? []
  const bOverA = verdicts.get(pairName(b, a)) ?? []
  const sides: [Side, Side] = [sideOf(a, aOverB, bOverA), sideOf(b, bOverA, aOverB)]
  const papers = new Set(sides.flatMap((side) => [...side.papers])).size
  const bothDenied = sides.every(({ ahead }) => ahead.size === 0)
  if (bothDenied || papers < 2 || sides.some((side) => side.papers.size === 0)) return null
  sides.sort((x, y) => y.papers.size - x.papers.size || byText(x.concept, y.concept))
  return { sides, papers }
}

function sideOf(concept: string, ahead: readonly Verdict[], behind: readonly Verdict[]): Side {
  const says = ahead.filter(({ negated }) => !negated)
  const denies = behind.filter(({ negated }) => negated)
  const papersOf = (verdicts: readonly Verdict[]) => new Set(verdicts.map(({ paper }) => paper))
  const verdicts = [...says, ...denies]
  return {
    concept,
    ahead: papersOf(says),
    notBehind: papersOf(denies),
    papers: papersOf(verdicts),
    verdicts: verdicts.sort(
      (x, y) =>
        Number(x.negated) - Number(y.negated) ||
        Number(x.hedged) - Number(y.hedged) ||
        y.confidence - x.confidence ||
        byText(x.claim, y.claim),
    ),
  }
}

function fiercestFirst(x: Dispute, y: Dispute): number {
  return (
    y.sides[1].papers.size - x.sides[1].papers.size ||
    y.papers - x.papers ||
    byText(x.sides[0].concept, y.sides[0].concept) ||
    byText(x.sides[1].concept, y.sides[1].concept)
  )
}

async function describe(
  store: GraphStore,
  disputes: readonly Dispute[],
  signal: AbortSignal | null,
): Promise<Contradiction[]> {
  const sides = disputes.flatMap((dispute) => dispute.sides)
  const [concepts, claims] = await Promise.all([
    readConceptReferences(
      store,
      sides.map(({ concept }) => concept),
      signal,
    ),
    readClaims(
      store,
      sides.map(({ verdicts }) => verdicts[0]!.claim),
      signal,
    ),
  ])
  const statements = await claimStatements(store, claims, signal)
  const described = (side: Side): ContradictionSide | null => {
    const concept = concepts.get(side.concept)
    const example = statements.get(side.verdicts[0]!.claim)
    if (!concept || !example) return null
    return {
      concept,
      ahead: side.ahead.size,
      notBehind: side.notBehind.size,
      papers: side.papers.size,
      example,
    }
  }
  return disputes.flatMap(({ sides: [x, y], papers }) => {
    const [first, second] = [described(x), described(y)]
    if (!first || !second) return []
    const years = [...x.verdicts, ...y.verdicts].flatMap(({ year }) => year ?? [])
    const [firstYear, lastYear] = years.length > 0 ? [Math.min(...years), Math.max(...years)] : [null, null]
    return [{ sides: [first, second], papers, firstYear, lastYear }]
  })
}

async function readConceptReferences(
  store: GraphStore,
  ids: readonly string[],
  signal: AbortSignal | null,
): Promise<Map<string, ConceptReference>> {
  const cypher = `UNWIND $ids AS asked MATCH (c:Concept {id: asked}) RETURN ${conceptReferenceColumns('c')}`
  const rows = await readRowsOf(store, ids, cypher, {}, signal)
  return new Map(rows.map((row) => [text(row.id), conceptReference(row)]))
}

function pairName(winner: string, loser: string): string {
  return JSON.stringify([winner, loser])
}
