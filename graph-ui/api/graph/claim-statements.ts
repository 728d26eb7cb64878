/** Claims with their papers, their sentences and what they state. */
import type { GraphStore, NodeValue, Value } from '../../../shared/graph-store/store.ts'
import { valueKinds } from '../../../shared/schema.ts'
import type { ClaimStatement, ConceptReference, PaperReference } from '../contract.ts'
import { claimItem } from './claim-item.ts'
import { conceptReference, conceptReferenceColumns } from './concept-reference.ts'
import { claimKey } from './keys.ts'
import { paperReference, referenceColumns } from './paper-reference.ts'
import { numberOrNull, readRowsOf, text, textOrNull } from './reading.ts'
import { unitName } from './units.ts'
import { findNumber } from './written-number.ts'

type Around = Partial<Record<'ON_DATASET' | 'ON_TASK' | 'BY_METRIC', ConceptReference>>

/** The statements of claims, by the claims' ids; a claim whose paper is gone has none. */
export async function claimStatements(
  store: GraphStore,
  claims: readonly NodeValue[],
  signal: AbortSignal | null,
): Promise<Map<string, ClaimStatement>> {
  const paperOf = (claim: NodeValue) => text(claim.properties.paper)
  const [papers, stated] = await Promise.all([
    readPapers(store, claims.map(paperOf), signal),
    readStated(store, claims.map(claimId), signal),
  ])
  const statements = new Map<string, ClaimStatement>()
  for (const claim of claims) {
    const [id, paper] = [claimId(claim), papers.get(paperOf(claim))]
    if (paper) statements.set(id, statementOf(claim, paper, stated.get(id) ?? {}))
  }
  return statements
}

/** The id of a claim that was read. */
export function claimId({ properties }: NodeValue): string {
  return text(properties.id)
}

/** Claims by id, in the order of the ids. */
export async function readClaims(
  store: GraphStore,
  ids: readonly string[],
  signal: AbortSignal | null,
): Promise<NodeValue[]> {
  const cypher = 'UNWIND $ids AS asked MATCH (k:Claim {id: asked}) RETURN asked, k'
  const rows = await readRowsOf(store, ids, cypher, {}, signal)
  const found = new Map(rows.map((row) => [text(row.asked), claimNode(row.k)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

export function claimNode(value: Value | undefined): NodeValue {
  return value as NodeValue
}

/** Several rules may read the same from one sentence: the first statement of each result stays. */
export function withoutRepeats(statements: readonly ClaimStatement[]): ClaimStatement[] {
  const seen = new Set<string>()
  return statements.filter(({ paper, sentence, stance, result }) => {
    const name = JSON.stringify([paper.key, sentence.text, stance, result])
    return !seen.has(name) && seen.add(name)
  })
}

function statementOf(claim: NodeValue, paper: PaperReference, around: Around): ClaimStatement {
  const item = claimItem(claim, paper)
  const { properties } = claim
  const value = numberOrNull(properties.value)
  const cue = item.sentence.marks.find(({ role }) => role === 'cue')
  const place = value === null ? null : findNumber(item.sentence.text, value, cue?.end ?? 0)
  const marks = place === null ? [] : [{ ...place, role: 'value' as const }]
  return {
    ...item,
    sentence: {
      text: item.sentence.text,
      marks: [...item.sentence.marks, ...marks].sort((a, b) => a.start - b.start || b.end - a.end),
    },
    key: claimKey(claimId(claim)),
    value,
    written: place === null ? null : item.sentence.text.slice(place.start, place.end),
    unit: unitName(textOrNull(properties.unit)),
    valueKind: valueKinds.find((kind) => kind === properties.valueKind) ?? null,
    dataset: around.ON_DATASET ?? null,
    task: around.ON_TASK ?? null,
    metric: around.BY_METRIC ?? null,
  }
}

async function readPapers(
  store: GraphStore,
  ids: readonly string[],
  signal: AbortSignal | null,
): Promise<Map<string, PaperReference>> {
  const cypher = `UNWIND $ids AS asked MATCH (p:Paper {id: asked}) RETURN ${referenceColumns}`
  const rows = await readRowsOf(store, ids, cypher, {}, signal)
  return new Map(rows.map((row) => [text(row.id), paperReference(row)]))
}

async function readStated(
  store: GraphStore,
  ids: readonly string[],
  signal: AbortSignal | null,
): Promise<Map<string, Around>> {
  const rows = await readRowsOf(
    store,
    ids,
    `UNWIND $ids AS asked MATCH (k:Claim {id: asked})-[r:ON_DATASET|ON_TASK|BY_METRIC]->(c:Concept)
     RETURN asked, type(r) AS relation, ${conceptReferenceColumns('c')}`,
    {},
    signal,
  )
  const stated = new Map<string, Around>()
  for (const row of rows) {
    const claim = text(row.asked)
    stated.set(claim, { ...stated.get(claim), [text(row.relation)]: conceptReference(row) })
  }
  return stated
}
