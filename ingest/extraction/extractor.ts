/** Extraction spread over worker threads, one for each core. */
import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { startWorker } from '../../shared/entry.ts'
import type { Extraction } from '../../shared/schema.ts'
import { shippedModels } from '../model-files.ts'
import type { PaperFields } from '../pipeline.ts'
import { loadTier } from '../tiers.ts'
import { type ExtractionOutcome, extractEach } from './extract-each.ts'
import type { ExtractionAnswer, ExtractionJob, WorkerModels } from './worker.ts'

/** Texts that a worker gets at once: enough to keep it busy, few enough to spread a small batch. */
const chunkSize = 16

export interface Extractor {
  /**
   * @param papers in any order
   * @param onProblem called with a paper's index where its text broke a stage; its extraction is empty
   * @returns one extraction for each paper, in the same order
   */
  extract(papers: PaperFields[], onProblem: (index: number, reason: string) => void): Promise<Extraction[]>
  close(): Promise<void>
}

/**
 * @param tier its name, as `--tagger` takes it
 * @param workers number of threads; 0 extracts in the calling thread, which starts sooner for a few texts
 * @param models the folder of models
 * @throws UsageError for an unknown tier
 */
export async function openExtractor(
  tier: string,
  workers: number = availableParallelism(),
  models: string = shippedModels,
): Promise<Extractor> {
  const run = workers === 0 ? await inThread(tier, models) : inWorkers({ tier, models }, workers)
  return {
    async extract(papers, onProblem) {
      // Only what a worker needs is copied to it.
      const texts = papers.map(({ title, abstract }) => ({ title, abstract }))
      const chunks: PaperFields[][] = []
      for (let i = 0; i < texts.length; i += chunkSize) chunks.push(texts.slice(i, i + chunkSize))
      const outcomes = (await Promise.all(chunks.map(run.extract))).flat()
      return outcomes.map((outcome, index) => {
        if (!('failure' in outcome)) return outcome
        onProblem(index, `nothing could be extracted: ${outcome.failure}`)
        return { entities: [], relations: [], claims: [] }
      })
    },
    close: run.close,
  }
}

interface Runner {
  extract(papers: PaperFields[]): Promise<ExtractionOutcome[]>
  close(): Promise<void>
}

async function inThread(tier: string, folder: string): Promise<Runner> {
  const models = await loadTier(tier, folder)
  return { extract: (papers) => extractEach(papers, models), close: async () => {} }
}

function inWorkers(models: WorkerModels, count: number): Runner {
  interface Pending {
    resolve(outcomes: ExtractionOutcome[]): void
    reject(error: Error): void
  }
  const pending = new Map<number, Pending>()
  let nextId = 0
  let failure: Error | null = null
  const fail = (error: Error) => {
    failure ??= error
    for (const { reject } of pending.values()) reject(failure)
    pending.clear()
  }
  // Started as chunks come: a few texts need but one.
  const workers: Worker[] = []
  const start = (): Worker => {
    const worker = startWorker('worker', import.meta.url, { workerData: models })
    worker.on('message', ({ id, outcomes }: ExtractionAnswer) => {
      pending.get(id)?.resolve(outcomes)
      pending.delete(id)
    })
    worker.on('error', fail)
    return worker
  }
  return {
    extract(papers) {
      if (failure) return Promise.reject(failure)
      return new Promise((resolve, reject) => {
        const id = nextId++
        pending.set(id, { resolve, reject })
        const at = id % count
        const worker = workers[at] ?? start()
        workers[at] = worker
        worker.postMessage({ id, papers } satisfies ExtractionJob)
      })
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
