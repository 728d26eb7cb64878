/** From drafts to claims: duplicates and contradictions go, ends get their names. */
import type { Claim, ClaimEnd } from '../../shared/schema.ts'
import type { ClaimDraft } from './claim-draft.ts'
import { withoutContradictions } from './contradictions.ts'
import type { Place, Reading } from './reading.ts'

/**
 * @param drafts rules before models: of two drafts of one triple in one sentence the first is kept; rules tell the
 *   datasets and metrics of one comparison apart, a model does not, and says nothing where a rule has spoken
 * @returns claims sorted by sentence, subject, object, cue and predicate
 */
export function finishClaims(reading: Reading, drafts: ClaimDraft[]): Claim[] {
  const kept = new Map<string, ClaimDraft>()
  const ruled = new Set<string>()
  for (const draft of withoutContradictions(drafts)) {
    const { predicate, subject, object, sentence, dataset } = draft
    if (subject.entity === object.entity) continue
    const triple = [predicate, subject.entity, object.entity, sentence.start].join(' ')
    if (!draft.rule.startsWith('model/')) ruled.add(triple)
    else if (ruled.has(triple)) continue
    const key = [triple, dataset, draft.metric].join(' ')
    if (!kept.has(key)) kept.set(key, draft)
  }
  const claims = [...kept.values()].map((draft) => claimOf(reading, draft))
  return claims.sort(
    (a, b) =>
      a.sentence.start - b.sentence.start ||
      a.subject.start - b.subject.start ||
      a.object.start - b.object.start ||
      a.cue.start - b.cue.start ||
      (a.predicate < b.predicate ? -1 : a.predicate > b.predicate ? 1 : 0),
  )
}

function claimOf(reading: Reading, draft: ClaimDraft): Claim {
  const end = ({ entity, start, end, implicit }: Place): ClaimEnd => ({
    entity: reading.entities[entity]!.name,
    start,
    end,
    implicit,
  })
  const nameOf = (entity: number | null) => (entity === null ? null : reading.entities[entity]!.name)
  const { predicate, sentence, cue, value, unit, valueKind, negated, hedged, rule } = draft
  const sure = (place: Place) => reading.entities[place.entity]!.confidence
  return {
    predicate,
    subject: end(draft.subject),
    object: end(draft.object),
    dataset: nameOf(draft.dataset),
    task: nameOf(draft.task),
    metric: nameOf(draft.metric),
    value,
    unit,
    valueKind,
    negated,
    hedged,
    sentence: { start: sentence.start, end: sentence.end },
    cue: { start: cue.start, end: cue.end },
    confidence: draft.confidence * sure(draft.subject) * sure(draft.object),
    rule,
  }
}
