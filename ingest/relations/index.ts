import type { Claim, Entity, Relation } from '../../shared/schema.ts'
import type { EntityDocument, ExtractedDocument } from '../documents.ts'
import { citeEntities } from './citations.ts'
import { citedIntents, reviseRoles } from './cited-roles.ts'
import type { ClaimDraft } from './claim-draft.ts'
import { finishClaims } from './claims.ts'
import { type Interpretation, interpret } from './interpretation.ts'
import { consult, type Opinion } from './judge.ts'
import { citationMarkers } from './markers.ts'
import { mentionClaims } from './mention-claims.ts'
import { predicateOf } from './mention-pairs/mention-relation.ts'
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
  const consulted = models.judge && (await consult(models.judge, document))
  const kept = consulted ? consulted.document : document
  const opinion = consulted?.opinion ?? null
  const reading = read(kept)
  const interpretation = interpret(reading, models.roles, opinion)
  const drafts = await draftClaims(kept, interpretation, models, opinion)
  const claims: Claim[] = finishClaims(reading, drafts)
  const markers = citationMarkers(reading)
  const intents = await citedIntents(reading, markers, models.intent)
  const guesses = reviseRoles(interpretation.guesses, intents)
  const entities: Entity[] = citeEntities(reading, guesses, claims, markers, intents)
  return { ...kept, entities, claims, relations: relationsOf(claims) }
}

/** A model of mention pairs speaks for all that it has labels for; rules add comparisons won, scores and origins. */
async function draftClaims(
  document: EntityDocument,
  interpretation: Interpretation,
  { rules, pairs, mentionPairs }: RelationModels,
  opinion: Opinion | null,
): Promise<ClaimDraft[]> {
  const ruled = ruledClaims(interpretation, rules)
  if (!mentionPairs) return [...ruled, ...modelledClaims(interpretation, pairs, opinion)]
  const labelled = new Set(Object.values(predicateOf))
  const added = ruled.filter(({ predicate, value }) => value !== null || !labelled.has(predicate))
  const found = await mentionPairs.read(document)
  return [...added, ...mentionClaims(interpretation.reading, document.mentions, found)]
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
