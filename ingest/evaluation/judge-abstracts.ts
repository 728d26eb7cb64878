import type { Extraction } from '../../shared/schema.ts'
import { matchEntities } from './match-entities.ts'
import type { Judgement } from './reliability.ts'
import type { ScoredAbstract } from './score-abstracts.ts'

export interface Judgements {
  /** Right where the annotators have the entity with this type and role. */
  entities: Judgement[]
  /** Right where the annotators have the relation; negated claims are not judged, they annotate none. */
  claims: Judgement[]
}

/**
 * Judges what was extracted from one annotated abstract, by its annotation.
 * @param labels those that the annotation uses at all; claims with others are not judged
 */
export function judgeExtraction(
  gold: Pick<ScoredAbstract, 'entities' | 'relations'>,
  { entities, claims }: Pick<Extraction, 'entities' | 'claims'>,
  labels: ReadonlySet<string>,
): Judgements {
  const annotatedOf = new Map([...matchEntities(gold.entities, entities, false)].map(([a, b]) => [b, a]))
  const names = new Map(
    [...matchEntities(gold.entities, entities, true)].map(([a, b]) => [
      gold.entities[a]!.name,
      entities[b]!.name,
    ]),
  )
  const keyOf = (head: string | undefined, label: string, tail: string | undefined) =>
    JSON.stringify([head, label, tail])
  const stated = new Set(
    gold.relations.map(([head, label, tail]) => keyOf(names.get(head), label, names.get(tail))),
  )
  return {
    entities: entities.map(({ role, confidence }, index) => {
      const annotated = annotatedOf.get(index)
      return { confidence, isRight: annotated !== undefined && gold.entities[annotated]!.role === role }
    }),
    claims: claims
      .filter(({ predicate, negated }) => !negated && labels.has(predicate))
      .map(({ subject, predicate, object, confidence }) => ({
        confidence,
        isRight: stated.has(keyOf(subject.entity, predicate, object.entity)),
      })),
  }
}
