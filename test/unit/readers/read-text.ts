import { readPapers } from '../../../ingest/readers/index.ts'
import type { ReadProblem } from '../../../ingest/readers/reader.ts'
import type { PaperRecord } from '../../../shared/schema.ts'

export interface Reading {
  records: PaperRecord[]
  problems: ReadProblem[]
}

/** Reads bytes as standard input does, in pieces of a few bytes so that everything is cut somewhere. */
export async function readText(content: string | Uint8Array, pieceLength = 7): Promise<Reading> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  async function* stdin() {
    for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength)
  }
  return readAll(['-'], stdin())
}

export async function readAll(paths: string[], stdin?: AsyncIterable<Uint8Array>): Promise<Reading> {
  const reading: Reading = { records: [], problems: [] }
  for await (const event of readPapers(paths, stdin ? { stdin } : {})) {
    if (event.kind === 'record') reading.records.push(event.record)
    else reading.problems.push(event.problem)
  }
  return reading
}

/** The fields of a record that are stated, without its source. */
export function stated(record: PaperRecord | undefined): Partial<PaperRecord> {
  const { source, ...fields } = record ?? ({} as PaperRecord)
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  )
}
