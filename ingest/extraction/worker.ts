/** A worker thread that extracts: takes texts, answers with extractions. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Extraction } from '../../shared/schema.ts'
import { loadTagger } from '../entities/index.ts'
import type { Tagger } from '../entities/tagger.ts'
import { extract, type PaperFields } from '../pipeline.ts'

export interface ExtractionJob {
  id: number
  papers: PaperFields[]
}
/** Where a text could not be read its place holds the reason instead. */
export type ExtractionOutcome = Extraction | { failure: string }
export interface ExtractionAnswer {
  id: number
  outcomes: ExtractionOutcome[]
}

/** Extracts a batch; a text that breaks a stage fails alone. */
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

if (parentPort) {
  const port = parentPort
  const tagger = await loadTagger((workerData as { tagger: string }).tagger)
  port.on('message', async (job: ExtractionJob) => {
    const answer: ExtractionAnswer = { id: job.id, outcomes: await extractEach(job.papers, tagger) }
    port.postMessage(answer)
  })
}
