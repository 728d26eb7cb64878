import type { Extraction } from '../../shared/schema.ts'
import type { Tagger } from '../entities/tagger.ts'
import { extract, type PaperFields } from '../pipeline.ts'

/** Where a text could not be read its place holds the reason instead. */
export type ExtractionOutcome = Extraction | { failure: string }

/** Extracts a batch; a text that breaks a stage fails alone. Outcomes are in the order of the papers. */
export async function extractEach(papers: PaperFields[], tagger: Tagger): Promise<ExtractionOutcome[]> {
  try {
    return await extract(papers, tagger)
  } catch (error) {
    if (papers.length === 1) return [{ failure: error instanceof Error ? error.message : String(error) }]
    const outcomes: ExtractionOutcome[] = []
    for (const paper of papers) outcomes.push(...(await extractEach([paper], tagger)))
    return outcomes
  }
}
