/** The stages in their order: each is a function from one document type to the next. */
import type { Extraction } from '../shared/schema.ts'
import { calibrate } from './calibration.ts'
import { joinCoreferent } from './coreference/index.ts'
import { recogniseEntities } from './entities/index.ts'
import { relate } from './relations/index.ts'
import { splitText } from './text/index.ts'
import type { ReadingModels } from './tiers.ts'

/** What extraction needs to know of a paper. */
export interface PaperFields {
  title: string | null
  abstract: string | null
}

/**
 * Raised whenever the same text may give another extraction; papers that were extracted by another version
 * are extracted anew when they are ingested again.
 */
export const extractionVersion = '5'

/**
 * Reads entities, claims and relations out of papers' titles and abstracts.
 * @param papers in any order
 * @returns one extraction for each paper, in the same order; offsets as in `paperText`
 */
export async function extract(papers: PaperFields[], models: ReadingModels): Promise<Extraction[]> {
  const extractions: Extraction[] = []
  const { tagger, coreference } = models
  for (const recognised of await recogniseEntities(papers.map(splitText), tagger)) {
    const document = coreference ? joinCoreferent(recognised, coreference) : recognised
    const read = await relate(document, models.relations)
    const { entities, relations, claims } = calibrate(read, models.calibration)
    extractions.push({ entities, relations, claims })
  }
  return extractions
}
