/** Reads, extracts and loads papers: what `skein ingest` and `skein start` share. */
import { InputError } from '../../shared/errors.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import type { Paper, PaperRecord } from '../../shared/schema.ts'
import { openExtractor } from '../extraction/extractor.ts'
import { type LoadSummary, openLoader } from '../loading/index.ts'
import { modelsFingerprint } from '../model-files.ts'
import { extractionVersion } from '../pipeline.ts'
import { type ReadProgress, readPapers } from '../readers/index.ts'
import type { Overrides } from '../resolution/overrides.ts'
import { patientStore } from './patient-store.ts'
import { fileName, fractionRead, startProgress } from './progress.ts'

/** Records that are merged, extracted and written together. */
const batchSize = 512
/** Texts after which the progress moves; as many as keep all workers busy. */
const shownAtOnce = 32
/** Problems shown one by one; the rest is counted. */
const shownProblems = 20

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
}

/**
 * @param paths files, folders and "-"
 * @param signal ends it after the batch in hand; what was read is settled all the same
 * @throws InputError where a path cannot be read or holds no papers, after the others are loaded
 */
export async function ingestPapers(
  store: GraphStore,
  paths: string[],
  { tagger, models, overrides }: IngestSettings,
  signal: AbortSignal,
): Promise<IngestSummary> {
  const progress = startProgress('reading')
  let problems = 0
  const report = (where: string, reason: string) => {
    problems++
    if (problems <= shownProblems) progress.say(`${where}: ${reason}`)
    if (problems === shownProblems) progress.say('Further problems are counted, not shown.')
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
      progress.update(done, read === null ? null : furthest)
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
      for await (const event of readPapers(paths, { signal, onProgress })) {
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
      // Comes after all other paths have been read.
      if (!(error instanceof InputError)) throw error
      unread = error
    }
    const stopped = signal.aborted
    await load()
    progress.finish()
    progress.say('Settling names, counts and derived relationships …')
    await loader.settle()
    const summary = { ...loader.summary(), records, problems, stopped }
    if (unread && summary.papers > 0) progress.say(describeSummary(summary).trimEnd())
    if (unread) throw unread
    return summary
  } finally {
    progress.finish()
    await extractor.close()
  }
}

/** What a person reads when it is done; the line on missing abstracts comes first where most have none. */
export function describeSummary(summary: IngestSummary): string {
  const n = (count: number) => count.toLocaleString('en')
  const lines = [
    `${n(summary.papers)} papers, ${n(summary.withoutAbstract)} without abstract (${n(summary.added)} new, ${n(summary.updated)} updated, ${n(summary.unchanged)} unchanged).`,
  ]
  if (summary.withoutAbstract * 2 > summary.papers) {
    lines.unshift(
      'Most of these papers have no abstract, so little can be read out of them. Export them again with abstracts: in Zotero and JabRef the field is "abstract"; arXiv, the ACL Anthology, OpenAlex and Semantic Scholar give files that hold it.',
    )
  }
  if (summary.problems > shownProblems)
    lines.push(`${n(summary.problems)} problems, the first ${shownProblems} of them above.`)
  else if (summary.problems > 0)
    lines.push(`${n(summary.problems)} ${summary.problems === 1 ? 'problem' : 'problems'}, see above.`)
  return `${lines.join('\n')}\n`
}
