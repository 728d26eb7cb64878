/** A claim as a node: its properties and id, and the claim back from them. */
import type { Claim, Paper, Predicate, Properties, ValueKind } from '../../shared/schema.ts'
import { hashOf } from './hash.ts'
import { reading, stated } from './properties.ts'

/** The id of a claim: its paper's id and a hash of what it states and where. */
export function claimId(paperId: string, claim: Claim): string {
  const { predicate, subject, object, dataset, task, metric, value, unit, valueKind, negated } = claim
  const spans = [subject, object, claim.sentence, claim.cue].map(({ start, end }) => [start, end])
  const ends = [subject.entity, object.entity, dataset, task, metric]
  return `${paperId}/${hashOf(predicate, ends, spans, value, unit, valueKind, negated)}`
}

/** `subject` and `object` are the names of entities in the paper; their spans say what stands for them. */
export function claimProperties(claim: Claim, paper: Paper, text: string): Properties {
  const { subject, object, sentence, cue } = claim
  return stated({
    paper: paper.id,
    predicate: claim.predicate,
    subject: subject.entity,
    object: object.entity,
    cue: text.slice(cue.start, cue.end),
    sentence: text.slice(sentence.start, sentence.end),
    start: sentence.start,
    end: sentence.end,
    subjectStart: subject.start,
    subjectEnd: subject.end,
    subjectImplicit: subject.implicit,
    objectStart: object.start,
    objectEnd: object.end,
    objectImplicit: object.implicit,
    cueStart: cue.start,
    cueEnd: cue.end,
    dataset: claim.dataset,
    task: claim.task,
    metric: claim.metric,
    value: claim.value,
    unit: claim.unit,
    valueKind: claim.valueKind,
    negated: claim.negated,
    hedged: claim.hedged,
    confidence: claim.confidence,
    rule: claim.rule,
    year: paper.year,
  })
}

export function claimOf(properties: Record<string, unknown>): Claim {
  const { text, number, flag } = reading(properties)
  const span = (start: string, end: string) => ({ start: number(start) ?? 0, end: number(end) ?? 0 })
  return {
    predicate: text('predicate') as Predicate,
    subject: {
      ...span('subjectStart', 'subjectEnd'),
      entity: text('subject') ?? '',
      implicit: flag('subjectImplicit'),
    },
    object: {
      ...span('objectStart', 'objectEnd'),
      entity: text('object') ?? '',
      implicit: flag('objectImplicit'),
    },
    dataset: text('dataset'),
    task: text('task'),
    metric: text('metric'),
    value: number('value'),
    unit: text('unit'),
    valueKind: text('valueKind') as ValueKind | null,
    negated: flag('negated'),
    hedged: flag('hedged'),
    sentence: span('start', 'end'),
    cue: span('cueStart', 'cueEnd'),
    confidence: number('confidence') ?? 0,
    rule: text('rule') ?? '',
  }
}
