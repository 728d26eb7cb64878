/** Bringing papers in: `POST /papers?name=…` with the bytes of a file, answered by one event a line. */
import { z } from 'zod'
import type { IngestNews, IngestOutcome } from '../../../shared/ingest-papers.ts'
import type { Failure } from './failure.ts'

export type { IngestOutcome } from '../../../shared/ingest-papers.ts'

export const papersRequest = z.object({
  /** What the papers are told to come from: "my-papers.bib". */
  name: z.string().min(1).max(1000),
})

/** `done` or `failed` comes last. */
export type PaperEvent =
  | IngestNews
  | ({ kind: 'done' } & IngestOutcome)
  | { kind: 'failed'; failure: Failure }
