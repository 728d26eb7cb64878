/** A second opinion on roles and relations, by a model that reads the text itself rather than features of it. */
import type { EntityDocument } from '../documents.ts'
import { type OpinionWeights, pooled } from '../entities/encoder/opinion-weights.ts'

export interface Judge {
  readonly weights: JudgeWeights
  judge(document: EntityDocument): Promise<Judgement>
}

/** How a judge's word is weighed. */
export interface JudgeWeights {
  /** Share of the judge in the probability of roles, in 0..1; the rest is the linear model's. */
  roles: number
  /** The same of predicates. */
  pairs: number
  /** The probability from which an entity is introduced. */
  introduced: number
  /** The probability from which a pair is claimed. */
  claimed: number
  /** Of the tagger and the judge, on whether an entity is one. */
  entity: OpinionWeights
  /** An entity that is less likely than this is dropped. */
  likely: number
}

/** What a judge says of a document, and how it is weighed. */
export interface Opinion {
  judgement: Judgement
  weights: JudgeWeights
}

export interface Judgement {
  /** For each entity the probability of each of `roleLabels`. */
  roles: number[][]
  /**
   * @param head index of an entity
   * @returns the probability of each predicate of the pair's signature, in the order of `predicatesBySignature`;
   *   null where it has no opinion
   */
  pair(head: number, tail: number): number[] | null
}

/** The document with the entities that tagger and judge together think likely, and what the judge thinks of them. */
export async function consult(
  { weights, judge }: Judge,
  document: EntityDocument,
): Promise<{ document: EntityDocument; opinion: Opinion }> {
  const judgement = await judge(document)
  const weighed = document.entities.map((entity, index) => {
    const confidence = pooled(weights.entity, [entity.confidence, 1 - judgement.roles[index]!.at(-1)!])
    return { entity: { ...entity, confidence }, index }
  })
  const kept = weighed.filter(({ entity }) => entity.confidence >= weights.likely)
  const entities = kept.map(({ entity }) => entity)
  const mentions = entities.flatMap((entity) => entity.mentions).sort((a, b) => a.start - b.start)
  const roles = kept.map(({ index }) => judgement.roles[index]!)
  const pair = (head: number, tail: number) => judgement.pair(kept[head]!.index, kept[tail]!.index)
  return { document: { ...document, entities, mentions }, opinion: { judgement: { roles, pair }, weights } }
}

/** The linear model's probability with the judge's. @param share the judge's, in 0..1 */
export function weigh(linear: number, judged: number, share: number): number {
  return (1 - share) * linear + share * judged
}
