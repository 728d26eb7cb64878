/** What is read of a document, as relations between mentions. */
import type { Predicate } from '../../shared/schema.ts'
import type { EntityDocument } from '../documents.ts'
import { relate } from '../relations/index.ts'
import {
  type MentionLabel,
  type MentionRelation,
  mentionLabels,
  predicateOf,
} from '../relations/mention-pairs/mention-relation.ts'
import type { RelationModels } from '../relations/relation-models.ts'

/** Reads relations of mentions; models that know no such thing have their claims read so. */
export async function mentionRelations(
  document: EntityDocument,
  models: RelationModels,
): Promise<MentionRelation[]> {
  if (models.mentionPairs) return models.mentionPairs.read(document)
  const { claims } = await relate(document, models)
  const mentionAt = new Map(document.mentions.map(({ start, end }, index) => [`${start} ${end}`, index]))
  const relations = claims.flatMap(
    ({ predicate, subject, object, negated, confidence }): MentionRelation[] => {
      const label = labelOf(predicate)
      const head = mentionAt.get(`${subject.start} ${subject.end}`)
      const tail = mentionAt.get(`${object.start} ${object.end}`)
      if (negated || label === null || head === undefined || tail === undefined) return []
      return [{ head, tail, label, confidence }]
    },
  )
  return [...relations, ...definedSynonyms(document)]
}

function labelOf(predicate: Predicate): MentionLabel | null {
  if (predicate === 'OUTPERFORMS') return 'Compare-With'
  return mentionLabels.find((label) => predicateOf[label] === predicate) ?? null
}

/** A short form in brackets after its long one. */
function definedSynonyms({ text, mentions, entities }: EntityDocument): MentionRelation[] {
  const acronymsOf = new Map(
    entities.flatMap(({ acronyms, mentions: own }) => own.map(({ start }) => [start, acronyms] as const)),
  )
  return mentions.flatMap((mention, head): MentionRelation[] => {
    const before = mentions[head - 1]
    const acronyms = acronymsOf.get(mention.start)
    if (!before || !acronyms || acronymsOf.get(before.start) !== acronyms) return []
    const isDefined = acronyms.includes(mention.surface) && !acronyms.includes(before.surface)
    if (!isDefined || !/^\s*[([]\s*$/.test(text.slice(before.end, mention.start))) return []
    return [{ head, tail: head - 1, label: 'Synonym-Of', confidence: mention.confidence }]
  })
}
