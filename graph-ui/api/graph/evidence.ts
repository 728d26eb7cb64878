/** The sentences behind an edge. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { predicates } from '../../../shared/schema.ts'
import type { Stance } from '../../../shared/stance.ts'
import type { DrawnType, Evidence, EvidenceItem } from '../contract.ts'
import { NotFoundError } from '../failures.ts'
import { citationBehind } from './citation-evidence.ts'
import { claimItem } from './claim-item.ts'
import { parseKey } from './keys.ts'
import { findNode } from './neighbours.ts'
import { paperReference, referenceColumns } from './paper-reference.ts'
import { readRowsOf, text } from './reading.ts'
import { type Statement, statementsBehind } from './statements.ts'

/** Which of the statements behind an edge are given. */
export interface Page {
  limit: number
  offset: number
  only: 'all' | 'opposed'
}

/** @throws NotFoundError */
export async function evidenceOf(
  store: GraphStore,
  type: DrawnType,
  fromKey: string,
  toKey: string,
  { limit, offset, only }: Page,
  signal: AbortSignal | null,
): Promise<Evidence> {
  const [from, to] = await Promise.all([findNode(store, fromKey, signal), findNode(store, toKey, signal)])
  if (!from || !to) throw new NotFoundError(`The graph has no ${from ? toKey : fromKey}.`)
  const ids = { from: parseKey(fromKey)!.id, to: parseKey(toKey)!.id }
  const ends = { type, from: { key: from.key, name: from.name }, to: { key: to.key, name: to.name } }
  const predicate = predicates.find((known) => known === type)
  if (predicate === undefined) {
    const items = await citationBehind(store, type, ids, toKey.startsWith('Concept/'), signal)
    const papers = { papersFor: items.length, papersAgainst: 0, papersReversed: 0, papersOpposed: 0 }
    const listed = only === 'all' ? items : []
    return { ...ends, ...papers, statements: listed.length, items: listed.slice(offset, offset + limit) }
  }
  const statements = await statementsBehind(store, predicate, ids, signal)
  const listed = only === 'all' ? statements : statements.filter(({ stance }) => stance !== 'for')
  return {
    ...ends,
    papersFor: countPapers(statements, ['for']),
    papersAgainst: countPapers(statements, ['against']),
    papersReversed: countPapers(statements, ['reversed']),
    papersOpposed: countPapers(statements, ['against', 'reversed']),
    statements: listed.length,
    items: await itemsOf(store, listed.slice(offset, offset + limit), signal),
  }
}

function countPapers(statements: readonly Statement[], stances: readonly Stance[]): number {
  return new Set(statements.filter(({ stance }) => stances.includes(stance)).map(({ paper }) => paper)).size
}

/** Where several rules or models read the same from one sentence it is one item. */
async function itemsOf(
  store: GraphStore,
  statements: readonly Statement[],
  signal: AbortSignal | null,
): Promise<EvidenceItem[]> {
  const rows = await readRowsOf(
    store,
    statements.flatMap(({ claims }) => claims),
    `UNWIND $ids AS asked MATCH (k:Claim {id: asked})<-[:CLAIMS]-(p:Paper)
     RETURN k, ${referenceColumns}, k.id AS claim`,
    {},
    signal,
  )
  const items = new Map(rows.map((row) => [text(row.claim), claimItem(row.k, paperReference(row))]))
  return statements.flatMap(({ claims, stance }) => {
    const same = claims.flatMap((id) => items.get(id) ?? [])
    const [surest] = same
    if (!surest) return []
    const rules = new Set(same.flatMap(({ rule }) => rule ?? []))
    return {
      ...surest,
      stance,
      hedged: same.some(({ hedged }) => hedged),
      rule: rules.size > 0 ? [...rules].sort().join(', ') : null,
      result: same.find(({ result }) => result !== null)?.result ?? null,
    }
  })
}
