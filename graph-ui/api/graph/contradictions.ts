/** What each side says where papers disagree on two concepts. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import type { ConceptReference, Contradiction, ContradictionSide, Contradictions } from '../contract.ts'
import { claimStatements, readClaims } from './claim-statements.ts'
import { conceptReference, conceptReferenceColumns } from './concept-reference.ts'
import type { Dispute, DisputeSide } from './disputes.ts'
import { readRowsOf, text } from './reading.ts'

/** A page of the disputes; sentences are read of these only. */
export async function contradictionsOf(
  store: GraphStore,
  disputes: readonly Dispute[],
  { limit, offset }: { limit: number; offset: number },
  signal: AbortSignal | null,
): Promise<Contradictions> {
  const shown = disputes.slice(offset, offset + limit)
  return { pairs: await describe(store, shown, signal), total: disputes.length }
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
      sides.map(({ surest }) => surest),
      signal,
    ),
  ])
  const statements = await claimStatements(store, claims, signal)
  const described = ({ surest, ...side }: DisputeSide): ContradictionSide | null => {
    const concept = concepts.get(side.concept)
    const example = statements.get(surest)
    return concept && example ? { ...side, concept, example } : null
  }
  return disputes.flatMap(({ sides: [x, y], ...dispute }) => {
    const [first, second] = [described(x), described(y)]
    return first && second ? [{ ...dispute, sides: [first, second] }] : []
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
