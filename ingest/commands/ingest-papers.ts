/** Reads, extracts and loads papers: what `skein ingest` and `skein start` share. */
import type { GraphStore } from '../../shared/graph-store/store.ts'
import type { PaperRecord } from '../../shared/schema.ts'
import { openExtractor } from '../extraction/extractor.ts'
import { openLoader } from '../loading/index.ts'
import { readPapers } from '../readers/index.ts'
import { startProgress } from './progress.ts'

/** Records that are merged, extracted and written together. */
const batchSize = 512
/** Below this many bytes of input, starting worker threads costs more than it saves. */
const smallInput = 200_000

export interface IngestOptions {
  tagger: string
  /** Set by Ctrl-C: the batch in hand is finished. */
  signal: AbortSignal
}

export interface IngestSummary {
  records: number
  papers: number
  withoutAbstract: number
  added: number
  updated: number
  unchanged: number
  problems: number
  stopped: boolean
}
