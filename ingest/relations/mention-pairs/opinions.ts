/** What a pass of the models thinks of a pair: a probability for each label and direction. */
import { type MentionLabel, mentionLabels } from './mention-relation.ts'

/** A label and which end is its head, as one number; {@link noRelation} for none. */
export type PairClass = number

export const noRelation: PairClass = -1
export const pairClasses = mentionLabels.length * 2

export function classOf(label: MentionLabel, leftIsHead: boolean): PairClass {
  return mentionLabels.indexOf(label) * 2 + (leftIsHead ? 0 : 1)
}

export function labelOf(pairClass: PairClass): { label: MentionLabel; leftIsHead: boolean } {
  return { label: mentionLabels[pairClass >> 1]!, leftIsHead: pairClass % 2 === 0 }
}

/** The same relation, seen from the other end. */
export function turned(pairClass: PairClass): PairClass {
  return pairClass ^ 1
}

/** Probabilities by class; what they lack to 1 is that of no relation. */
export type Opinion = Float64Array
