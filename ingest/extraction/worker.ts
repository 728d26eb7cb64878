/** A worker thread that extracts: takes texts, answers with extractions. */
import { parentPort, workerData } from 'node:worker_threads'
import { loadTagger } from '../entities/index.ts'
import type { PaperFields } from '../pipeline.ts'
import { type ExtractionOutcome, extractEach } from './extract-each.ts'

export interface ExtractionJob {
  id: number
  papers: PaperFields[]
}
export interface ExtractionAnswer {
  id: number
  outcomes: ExtractionOutcome[]
}

const tagger = loadTagger((workerData as { tagger: string }).tagger)
parentPort!.on('message', async (job: ExtractionJob) => {
  const answer: ExtractionAnswer = { id: job.id, outcomes: await extractEach(job.papers, await tagger) }
  parentPort!.postMessage(answer)
})
