import type { Extraction } from '../../shared/schema.ts'
import { extract, type PaperFields } from '../pipeline.ts'
import type { ReadingModels } from '../tiers.ts'

/** Where a text could not be read its place holds the reason instead. */
export type ExtractionOutcome = Extraction | { failure: string }

/** Extracts a batch; a text that breaks a stage fails alone. Outcomes are in the order of the papers. */
export async function extractEach(
  papers: PaperFields[],
  models: ReadingModels,
): Promise<ExtractionOutcome[]> {
  try {
    return await extract(papers, models)
  } catch (error) {
    if (papers.length === 1) return [{ failure: error instanceof Error ? error.message : String(error) }]
    const outcomes: ExtractionOutcome[] = []
    for (const paper of papers) outcomes.push(...(await extractEach([paper], models)))
    return outcomes
  }
}
