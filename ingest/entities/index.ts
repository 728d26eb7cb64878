import { UsageError } from '../../shared/errors.ts'
import type { EntityDocument, TextDocument } from '../documents.ts'
import { findAcronyms } from './acronyms.ts'
import { loadFastTagger } from './fast/index.ts'
import { groupMentions } from './grouping.ts'
import { propagate } from './propagation.ts'
import type { Tagger } from './tagger.ts'

export interface TaggerEntry {
  readonly name: string
  /** What a person reads in the help. */
  readonly label: string
  load(): Promise<Tagger>
}

/** The taggers that `--tagger` names; the first is the default. */
export const taggers: readonly TaggerEntry[] = [
  {
    name: 'fast',
    label: 'a conditional random field of a few MB: hundreds of abstracts a second',
    load: () => loadFastTagger('abstracts'),
  },
  {
    name: 'fast-scier',
    label: 'the same, for full texts annotated as the SciER benchmark does (no metrics, every mention)',
    load: () => loadFastTagger('scier'),
  },
]

/** @throws UsageError for a name that {@link taggers} lacks */
export async function loadTagger(name: string): Promise<Tagger> {
  const entry = taggers.find((tagger) => tagger.name === name)
  if (entry) return entry.load()
  const known = taggers.map((tagger) => tagger.name).join(', ')
  throw new UsageError(`unknown tagger "${name}"; use one of: ${known}`)
}

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
