/** Concepts side by side: what they are used with, and who is said to outperform whom. */
import type { GraphStore, NodeValue } from '../../../shared/graph-store/store.ts'
import {
  type ClaimStatement,
  type ComparedCell,
  type ComparedConcept,
  type ComparedGroup,
  type Comparison,
  type ConceptReference,
  comparedRelations,
  type Duel,
} from '../contract.ts'
import { NotFoundError } from '../failures.ts'
import { claimId, claimNode, claimStatements, withoutRepeats } from './claim-statements.ts'
import { conceptReference, conceptReferenceColumns } from './concept-reference.ts'
import { conceptKey, idsOf } from './keys.ts'
import { paperReference, referenceColumns } from './paper-reference.ts'
import { number, numberOrNull, readRowsOf, text } from './reading.ts'
import { byText } from './text-order.ts'

const mostRows = 200
const mostStatements = 100

/** @throws NotFoundError where the graph lacks one of them */
export async function compareConcepts(
  store: GraphStore,
  keys: readonly string[],
  signal: AbortSignal | null,
): Promise<Comparison> {
  const [concepts, groups, duels] = await Promise.all([
    readConcepts(store, keys, signal),
    readGroups(store, keys, signal),
    readDuels(store, keys, signal),
  ])
  return { concepts, groups, duels }
}

async function readConcepts(
  store: GraphStore,
  keys: readonly string[],
  signal: AbortSignal | null,
): Promise<ComparedConcept[]> {
  const ids = idsOf(keys, 'Concept')
  const [found, introduced] = await Promise.all([
    readRowsOf(
      store,
      ids,
      `UNWIND $ids AS asked MATCH (c:Concept {id: asked})
       RETURN ${conceptReferenceColumns('c')}, c.papers AS papers, c.firstYear AS firstYear`,
      {},
      signal,
    ),
    readRowsOf(
      store,
      ids,
      `UNWIND $ids AS asked MATCH (c:Concept {id: asked})<-[:INTRODUCES]-(p:Paper)
       RETURN asked, ${referenceColumns}`,
      {},
      signal,
    ),
  ])
  const papers = introduced
    .map((row) => ({ of: conceptKey(text(row.asked)), paper: paperReference(row) }))
    .sort((a, b) => (a.paper.year ?? 9999) - (b.paper.year ?? 9999) || byText(a.paper.key, b.paper.key))
  const concepts = new Map(
    found.map((row) => {
      const concept = conceptReference(row)
      const introducedBy = papers.filter(({ of }) => of === concept.key).map(({ paper }) => paper)
      return [
        concept.key,
        { ...concept, papers: number(row.papers), firstYear: numberOrNull(row.firstYear), introducedBy },
      ]
    }),
  )
  return keys.map((key) => {
    const concept = concepts.get(key)
    if (!concept) throw new NotFoundError(`The graph has no ${key}.`)
    return concept
  })
}

async function readGroups(
  store: GraphStore,
  keys: readonly string[],
  signal: AbortSignal | null,
): Promise<ComparedGroup[]> {
  const rows = await readRowsOf(
    store,
    idsOf(keys, 'Concept'),
    `UNWIND $ids AS asked MATCH (c:Concept {id: asked})-[r:${comparedRelations.join('|')}]->(o:Concept)
     RETURN asked, type(r) AS relation, r.papers AS behind, r.against AS against, ${conceptReferenceColumns('o')}`,
    {},
    signal,
  )
  return comparedRelations.flatMap((relation) => {
    const others = new Map<string, { other: ConceptReference; cells: (ComparedCell | null)[] }>()
    for (const row of rows) {
      const other = conceptReference(row)
      // A method may be used for a method; what is compared are the tasks.
      if (row.relation !== relation || (relation === 'USED_FOR' && other.type !== 'Task')) continue
      const known = others.get(other.key) ?? { other, cells: keys.map(() => null) }
      others.set(other.key, known)
      known.cells[keys.indexOf(conceptKey(text(row.asked)))] = {
        papers: number(row.behind),
        against: number(row.against),
      }
    }
    const sorted = [...others.values()].sort(
      (a, b) =>
        sharing(b.cells) - sharing(a.cells) ||
        papersBehind(b.cells) - papersBehind(a.cells) ||
        byText(a.other.name, b.other.name) ||
        byText(a.other.key, b.other.key),
    )
    return sorted.length > 0 ? [{ relation, rows: sorted.slice(0, mostRows), total: sorted.length }] : []
  })
}

function sharing(cells: readonly (ComparedCell | null)[]): number {
  return cells.filter((cell) => cell !== null).length
}

function papersBehind(cells: readonly (ComparedCell | null)[]): number {
  return cells.reduce((sum, cell) => sum + (cell?.papers ?? 0), 0)
}

/** A claim that one concept outperforms another, or does not. */
interface Outperformance {
  winner: string
  loser: string
  claim: NodeValue
}

async function readDuels(
  store: GraphStore,
  keys: readonly string[],
  signal: AbortSignal | null,
): Promise<Duel[]> {
  const ids = idsOf(keys, 'Concept')
  const rows = await readRowsOf(
    store,
    ids,
    `UNWIND $ids AS asked MATCH (:Concept {id: asked})<-[:SUBJECT]-(k:Claim)-[:OBJECT]->(o:Concept)
     WHERE k.predicate = 'OUTPERFORMS' AND o.id IN $others AND o.id <> asked
     RETURN asked, o.id AS other, k`,
    { others: ids },
    signal,
  )
  const said = rows.map(
    (row): Outperformance => ({
      winner: conceptKey(text(row.asked)),
      loser: conceptKey(text(row.other)),
      claim: claimNode(row.k),
    }),
  )
  const claims = said.map(({ claim }) => claim)
  const statements = await claimStatements(store, claims, signal)
  const claimsOf = (winner: string, loser: string) =>
    said.filter((it) => it.winner === winner && it.loser === loser).map(({ claim }) => claim)
  return keys.flatMap((winner) =>
    keys.flatMap((loser): Duel[] => {
      const own = claimsOf(winner, loser)
      const reversed = claimsOf(loser, winner).filter((claim) => !isDenial(claim))
      if (own.length + reversed.length === 0) return []
      const told = own.flatMap((claim) => statements.get(claimId(claim)) ?? [])
      const distinct = withoutRepeats(told.sort(tellingFirst))
      return [
        {
          winner,
          loser,
          papersFor: papersOf(own.filter((claim) => !isDenial(claim))),
          papersAgainst: papersOf(own.filter(isDenial)),
          papersReversed: papersOf(reversed),
          statements: distinct.slice(0, mostStatements),
          total: distinct.length,
        },
      ]
    }),
  )
}

function isDenial({ properties }: NodeValue): boolean {
  return properties.negated === true
}

function papersOf(claims: readonly NodeValue[]): number {
  return new Set(claims.map(({ properties }) => text(properties.paper))).size
}

function tellingFirst(a: ClaimStatement, b: ClaimStatement): number {
  return (
    Number(a.stance === 'against') - Number(b.stance === 'against') ||
    Number(a.value === null) - Number(b.value === null) ||
    (b.confidence ?? 0) - (a.confidence ?? 0) ||
    (b.paper.year ?? 0) - (a.paper.year ?? 0) ||
    byText(a.key, b.key)
  )
}
