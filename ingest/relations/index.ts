import type { Claim, Entity, Relation } from '../../shared/schema.ts'
import type { EntityDocument, ExtractedDocument } from '../documents.ts'
import { citeEntities } from './citations.ts'
import { finishClaims } from './claims.ts'
import { interpret } from './interpretation.ts'
import { modelledClaims } from './pair-model.ts'
import { read } from './reading.ts'
import type { RelationModels } from './relation-models.ts'
import { ruledClaims } from './ruled-claims.ts'

/**
 * Reads what a paper says of its entities: role and intent of each, and claims between them.
 * Deterministic; never throws for any text.
 * @returns entities in their order; claims in the order of their sentences and spans; `relations` are the triples
 *   of the claims that are not negated, each once
 */
export async function relate(document: EntityDocument, models: RelationModels): Promise<ExtractedDocument> {
  const reading = read(document)
  const interpretation = interpret(reading, models.roles)
  const drafts = [
    ...ruledClaims(interpretation, models.rules),
    ...modelledClaims(interpretation, models.pairs),
  ]
  const claims: Claim[] = finishClaims(reading, drafts)
  const entities: Entity[] = citeEntities(reading, interpretation.guesses, claims)
  return { ...document, entities, claims, relations: relationsOf(claims) }
}

function relationsOf(claims: Claim[]): Relation[] {
  const triples = new Map<string, Relation>()
  for (const { predicate, subject, object, negated } of claims) {
    if (negated) continue
    const relation: Relation = [subject.entity, predicate, object.entity]
    triples.set(JSON.stringify(relation), relation)
  }
  return [...triples.values()]
}
