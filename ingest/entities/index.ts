import type { EntityDocument, TextDocument } from '../documents.ts'
import { findAcronyms } from './acronyms.ts'
import { groupMentions } from './grouping.ts'
import { propagate } from './propagation.ts'
import type { Tagger } from './tagger.ts'

/**
 * The entities of documents: what the tagger finds, its other occurrences in the same document, and both grouped by
 * acronym and variant.
 * @returns one document for each, in the same order
 */
export async function recogniseEntities(
  documents: TextDocument[],
  tagger: Tagger,
): Promise<EntityDocument[]> {
  const tagged = await tagger.tag(documents)
  return documents.map((document, index) => {
    const acronyms = findAcronyms(document)
    const propagated = propagate(document, tagged[index]!, acronyms)
    const entities = groupMentions(document.text, propagated, acronyms)
    const mentions = entities.flatMap((entity) => entity.mentions).sort((a, b) => a.start - b.start)
    return { ...document, mentions, entities }
  })
}
