/** Reads, extracts and loads papers: what the commands and a running server share. */
import { InputError } from '../shared/errors.ts'
import type { GraphStore } from '../shared/graph-store/store.ts'
import type { IngestNews, IngestPapers } from '../shared/ingest-papers.ts'
import type { Paper, PaperRecord } from '../shared/schema.ts'
import { openExtractor } from './extraction/extractor.ts'
import { type LoadSummary, openLoader } from './loading/index.ts'
import { patientStore } from './loading/patient-store.ts'
import { modelsFingerprint } from './model-files.ts'
import { extractionVersion } from './pipeline.ts'
import { fractionRead, type ReadProgress, readPapers } from './readers/index.ts'
import { fileName, type PaperInput } from './readers/input-files.ts'
import type { Overrides } from './resolution/overrides.ts'

/** Records that are merged, extracted and written together. */
const batchSize = 512
/** Texts after which the progress moves; as many as keep all workers busy. */
const shownAtOnce = 32

export interface IngestSettings {
  /** Name of a tier. */
  tagger: string
  /** Folder of models. */
  models: string
  overrides: Overrides
}

export interface IngestSummary extends LoadSummary {
  records: number
  problems: number
  /** True where `signal` ended it before all was read. */
  stopped: boolean
  /** Why inputs that were named could not be read; the others are loaded. */
  unread: InputError | null
}

/**
 * @param inputs files, folders, "-" and bytes at hand
 * @param tell called with what happens, in order
 * @param signal ends it after the batch in hand; what was read is settled all the same
 * @throws StoreUnavailableError
 */
export async function ingestPapers(
  store: GraphStore,
  inputs: readonly PaperInput[],
  { tagger, models, overrides }: IngestSettings,
  tell: (news: IngestNews) => void,
  signal: AbortSignal,
): Promise<IngestSummary> {
  let problems = 0
  const report = (where: string, reason: string) => {
    problems++
    tell({ kind: 'problem', where, reason })
  }
  const extractor = await openExtractor(tagger, undefined, models)
  try {
    await store.ensureSchema()
    const loader = await openLoader(patientStore(store), {
      version: `${extractionVersion} ${tagger} ${modelsFingerprint(models)}`.trimEnd(),
      overrides,
    })
    let records = 0
    let batch: PaperRecord[] = []
    /** Texts of the batch that are extracted. */
    let extracted = 0
    let read: number | null = 0
    let furthest = 0
    const show = () => {
      // Only a part of what is read is done; and what is read ahead must not take the bar back later.
      const done = records + extracted
      const share = Math.min(1, done / Math.max(1, records + batch.length))
      furthest = Math.max(furthest, (read ?? 0) * share)
      tell({ kind: 'progress', papers: done, fraction: read === null ? null : furthest })
    }
    const extract = async (papers: Paper[]) => {
      const parts = Array.from({ length: Math.ceil(papers.length / shownAtOnce) }, (_, part) =>
        papers.slice(part * shownAtOnce, (part + 1) * shownAtOnce),
      )
      const extractions = parts.map(async (part) => {
        const found = await extractor.extract(part, (index, reason) => report(part[index]!.id, reason))
        extracted += part.length
        show()
        return found
      })
      return (await Promise.all(extractions)).flat()
    }
    const load = async () => {
      const result = await loader.add(batch, extract)
      for (const { source, reason } of result.problems)
        report(`${fileName(source.file)}, ${source.place}`, reason)
      records += batch.length
      batch = []
      extracted = 0
      show()
    }
    const onProgress = (bytes: ReadProgress) => {
      read = fractionRead(bytes)
      show()
    }
    let unread: InputError | null = null
    try {
      for await (const event of readPapers(inputs, { signal, onProgress })) {
        if (event.kind === 'problem') {
          const { file, line, reason } = event.problem
          report(line === null ? fileName(file) : `${fileName(file)}, line ${line}`, reason)
          continue
        }
        // Its reader has reported it.
        if (event.record.title === null && event.record.abstract === null) continue
        batch.push(event.record)
        if (batch.length === batchSize) await load()
      }
    } catch (error) {
      // Comes after all other inputs have been read.
      if (!(error instanceof InputError)) throw error
      unread = error
    }
    const stopped = signal.aborted
    await load()
    tell({ kind: 'settling' })
    await loader.settle()
    return { ...loader.summary(), records, problems, stopped, unread }
  } finally {
    await extractor.close()
  }
}

/**
 * How a server takes papers in.
 * @param settings asked for each source, as files of overrides change; throws InputError where one cannot be read
 */
export function ingestInto(store: GraphStore, settings: () => IngestSettings): IngestPapers {
  return async (source, tell, signal) => {
    const { unread, records, ...outcome } = await ingestPapers(store, [source], settings(), tell, signal)
    if (unread === null) return outcome
    if (outcome.papers === 0) throw unread
    tell({ kind: 'problem', where: source.name, reason: unread.message })
    return { ...outcome, problems: outcome.problems + 1 }
  }
}
