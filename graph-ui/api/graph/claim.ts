/** One claim: its sentence, what it states, and the edge that it stands behind. */
import type { GraphStore, NodeValue } from '../../../shared/graph-store/store.ts'
import type { RelationshipType } from '../../../shared/schema.ts'
import type { ClaimDetails, ClaimedConcept, DrawnType, ViewEdge } from '../contract.ts'
import { NotFoundError } from '../failures.ts'
import { amountOf, claimItem } from './claim-item.ts'
import { conceptReference, conceptReferenceColumns } from './concept-reference.ts'
import { toDrawnType } from './details.ts'
import { parseKey } from './keys.ts'
import { paperReference, referenceColumns } from './paper-reference.ts'
import { type Row, readRows, text, textOrNull } from './reading.ts'
import { derivedEdgeColumns, edgeBetween } from './view-parts.ts'

/** @throws NotFoundError */
export async function claimDetails(
  store: GraphStore,
  key: string,
  signal: AbortSignal | null,
): Promise<ClaimDetails> {
  const parsed = parseKey(key)
  if (parsed?.label !== 'Claim') throw new NotFoundError(`${key} is not the key of a claim.`)
  const { id } = parsed
  const [found, about] = await Promise.all([
    readRows(
      store,
      `MATCH (k:Claim {id: $id})<-[:CLAIMS]-(p:Paper) RETURN k, ${referenceColumns} LIMIT 1`,
      { id },
      signal,
    ),
    readRows(
      store,
      `MATCH (k:Claim {id: $id})-[r]->(c:Concept)
       RETURN type(r) AS role, ${conceptReferenceColumns('c')} ORDER BY id`,
      { id },
      signal,
    ),
  ])
  const row = found[0]
  if (!row) throw new NotFoundError(`The graph has no claim ${id}.`)
  const { properties } = row.k as NodeValue
  const named = (role: RelationshipType, property: string) =>
    concept(about, role, textOrNull(properties[property]))
  const subject = named('SUBJECT', 'subject') ?? unnamed
  const object = named('OBJECT', 'object') ?? unnamed
  const predicate = toDrawnType(text(properties.predicate))
  return {
    ...claimItem(row.k, paperReference(row)),
    key,
    subject,
    predicate,
    object,
    dataset: named('ON_DATASET', 'dataset'),
    task: named('ON_TASK', 'task'),
    metric: named('BY_METRIC', 'metric'),
    amount: amountOf(properties),
    edge: await edgeOf(store, subject.key, predicate, object.key, signal),
  }
}

const unnamed: ClaimedConcept = { key: null, type: null, name: '' }

function concept(about: readonly Row[], role: RelationshipType, name: string | null): ClaimedConcept | null {
  const row = about.find((candidate) => candidate.role === role)
  if (row) return conceptReference(row)
  return name === null ? null : { ...unnamed, name }
}

async function edgeOf(
  store: GraphStore,
  from: string | null,
  type: DrawnType,
  to: string | null,
  signal: AbortSignal | null,
): Promise<ViewEdge | null> {
  if (from === null || to === null || from === to) return null
  const [row] = await readRows(
    store,
    `MATCH (a:Concept {id: $from})-[r:${type}]->(b:Concept {id: $to}) RETURN ${derivedEdgeColumns} LIMIT 1`,
    { from: parseKey(from)!.id, to: parseKey(to)!.id },
    signal,
  )
  return row ? edgeBetween(from, type, to, row) : null
}
