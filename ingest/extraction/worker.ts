/** A worker thread that extracts: takes texts, answers with extractions. */
import { parentPort, workerData } from 'node:worker_threads'
import type { PaperFields } from '../pipeline.ts'
import { loadTier } from '../tiers.ts'
import { type ExtractionOutcome, extractEach } from './extract-each.ts'

/** What a worker is started with. */
export interface WorkerModels {
  tier: string
  /** The folder of models. */
  models: string
}
export interface ExtractionJob {
  id: number
  papers: PaperFields[]
}
export interface ExtractionAnswer {
  id: number
  outcomes: ExtractionOutcome[]
}

const { tier, models: folder } = workerData as WorkerModels
const models = loadTier(tier, folder)
parentPort!.on('message', async (job: ExtractionJob) => {
  const answer: ExtractionAnswer = { id: job.id, outcomes: await extractEach(job.papers, await models) }
  parentPort!.postMessage(answer)
})
