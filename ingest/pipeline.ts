/** The stages in their order: each is a function from one document type to the next. */
import type { Extraction } from '../shared/schema.ts'
import { recogniseEntities } from './entities/index.ts'
import type { Tagger } from './entities/tagger.ts'
import { relate } from './relations/index.ts'
import { splitText } from './text/index.ts'

/** What extraction needs to know of a paper. */
export interface PaperFields {
  title: string | null
  abstract: string | null
}

/**
 * Raised whenever the same text may give another extraction; papers that were extracted by another version
 * are extracted anew when they are ingested again.
 */
export const extractionVersion = '1'

/**
 * Reads entities, claims and relations out of papers' titles and abstracts.
 * @param papers in any order
 * @returns one extraction for each paper, in the same order; offsets as in `paperText`
 */
export async function extract(papers: PaperFields[], tagger: Tagger): Promise<Extraction[]> {
  const documents = await recogniseEntities(papers.map(splitText), tagger)
  return documents.map((document) => {
    const { entities, relations, claims } = relate(document)
    return { entities, relations, claims }
  })
}
