/** Claims by what a model reads of pairs of mentions. */
import { type ClaimDraft, noDetails } from './claim-draft.ts'
import { type MentionRelation, predicateOf } from './mention-pairs/mention-relation.ts'
import { polarity } from './polarity.ts'
import type { Place, Reading, ReadSentence } from './reading.ts'

/**
 * Synonyms make no claim: what is one entity is decided where mentions are grouped.
 * @param mentions those of the document, which the relations count
 */
export function mentionClaims(
  reading: Reading,
  mentions: readonly { start: number }[],
  relations: MentionRelation[],
): ClaimDraft[] {
  const placeAt = new Map<number, { place: Place; sentence: ReadSentence }>()
  for (const sentence of reading.sentences) {
    for (const place of sentence.places) placeAt.set(place.start, { place, sentence })
  }
  return relations.flatMap(({ head, tail, label, confidence }): ClaimDraft[] => {
    const predicate = predicateOf[label]
    const subject = placeAt.get(mentions[head]!.start)
    const object = placeAt.get(mentions[tail]!.start)
    if (!predicate || !subject || !object) return []
    const { sentence } = subject
    const cue = cueBetween(reading, subject.place, object.place)
    return [
      {
        predicate,
        subject: subject.place,
        object: object.place,
        sentence,
        cue,
        rule: 'model/mention-pair',
        confidence,
        ...polarity(sentence, cue),
        ...noDetails,
      },
    ]
  })
}

/** The words between two places; both with what they enclose where nothing else stands between. */
function cueBetween({ text }: Reading, a: Place, b: Place): { start: number; end: number } {
  const [left, right] = a.start < b.start ? [a, b] : [b, a]
  const between = text.slice(left.end, right.start)
  const start = left.end + between.length - between.trimStart().length
  const end = left.end + between.trimEnd().length
  return start < end ? { start, end } : { start: left.start, end: right.end }
}
