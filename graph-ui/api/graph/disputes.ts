/** The pairs of concepts on which papers disagree, found by reading all of the graph. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { addTo } from './add-to.ts'
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

/** One side of a disagreement, with numbers of papers. */
export interface DisputeSide {
  /** Id of the concept. */
  concept: string
  /** Papers that say that it outperforms the other. */
  ahead: number
  /** Papers that deny that the other outperforms it. */
  notBehind: number
  papers: number
  /** Id of the claim that speaks for it the surest; plain statements before denials. */
  surest: string
}

export interface Dispute {
  /** The side of more papers first. */
  sides: [DisputeSide, DisputeSide]
  papers: number
  firstYear: number | null
  lastYear: number | null
}

/**
 * A paper stands on the side of a concept where it says that the concept outperforms the other, or denies that the
 * other outperforms it. Two papers on different sides disagree; one that finds both, here and there, does not.
 * Ranked by the papers of the smaller side, then by all papers.
 */
export async function findDisputes(store: GraphStore): Promise<Dispute[]> {
  const pairs = await disputedPairs(store)
  const verdicts = await readVerdicts(store, pairs)
  return pairs.flatMap(([a, b]) => disputeOf(a, b, verdicts) ?? []).sort(fiercestFirst)
}

/** Pairs of which each is said to outperform the other, or where it is denied; sorted, each once. */
async function disputedPairs(store: GraphStore): Promise<[a: string, b: string][]> {
  const [denied, mutual] = await Promise.all([
    readRows(
      store,
      'MATCH (a:Concept)-[r:OUTPERFORMS]->(b:Concept) WHERE r.against > 0 RETURN a.id AS a, b.id AS b',
      {},
    ),
    readRows(
      store,
      `MATCH (a:Concept)-[:OUTPERFORMS]->(b:Concept)-[:OUTPERFORMS]->(c:Concept)
       WHERE c.id = a.id AND a.id < b.id RETURN a.id AS a, b.id AS b`,
      {},
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
): Promise<Map<string, Verdict[]>> {
  const rows = await readRowsOf(
    store,
    pairs.flat(),
    `UNWIND $ids AS asked MATCH (:Concept {id: asked})<-[:SUBJECT]-(k:Claim)-[:OBJECT]->(o:Concept)
     WHERE k.predicate = 'OUTPERFORMS'
     RETURN asked, o.id AS other, k.id AS claim, k.paper AS paper, k.negated AS negated, k.hedged AS hedged,
       k.confidence AS confidence, k.year AS year`,
    {},
    null,
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
  const sides = [sideOf(a, aOverB, bOverA), sideOf(b, bOverA, aOverB)].flatMap((side) => side ?? [])
  sides.sort((x, y) => y.papers - x.papers || byText(x.concept, y.concept))
  const [first, second] = sides
  const said = [...aOverB, ...bOverA]
  const papers = papersOf(said)
  if (!first || !second || papers < 2 || sides.every(({ ahead }) => ahead === 0)) return null
  const years = said.flatMap(({ year }) => year ?? [])
  const [firstYear, lastYear] = years.length > 0 ? [Math.min(...years), Math.max(...years)] : [null, null]
  return { sides: [first, second], papers, firstYear, lastYear }
}

/** Null where nobody is on this side. */
function sideOf(concept: string, ahead: readonly Verdict[], behind: readonly Verdict[]): DisputeSide | null {
  const says = ahead.filter(({ negated }) => !negated)
  const denies = behind.filter(({ negated }) => negated)
  const [surest] = [...says, ...denies].sort(
    (x, y) =>
      Number(x.negated) - Number(y.negated) ||
      Number(x.hedged) - Number(y.hedged) ||
      y.confidence - x.confidence ||
      byText(x.claim, y.claim),
  )
  if (surest === undefined) return null
  return {
    concept,
    ahead: papersOf(says),
    notBehind: papersOf(denies),
    papers: papersOf([...says, ...denies]),
    surest: surest.claim,
  }
}

function papersOf(verdicts: readonly Verdict[]): number {
  return new Set(verdicts.map(({ paper }) => paper)).size
}

function fiercestFirst(
  { sides: [a, b], papers }: Dispute,
  { sides: [c, d], papers: others }: Dispute,
): number {
  return (
    d.papers - b.papers || others - papers || byText(a.concept, c.concept) || byText(b.concept, d.concept)
  )
}

function pairName(winner: string, loser: string): string {
  return JSON.stringify([winner, loser])
}
