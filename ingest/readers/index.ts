/** The readers, and reading over many files. */
import { createReadStream } from 'node:fs'
import { InputError } from '../../shared/errors.ts'
import { bibtex } from './bibtex.ts'
import { csv } from './csv.ts'
import {
  fileName,
  type InputFile,
  inputFiles,
  type PaperInput,
  reasonOf,
  standardInput,
} from './input-files.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import { openText } from './open.ts'
import { plainAbstracts } from './plain-abstracts.ts'
import type { Beginning, ReadEvent, Reader, ReadProblem } from './reader.ts'
import { ris } from './ris.ts'
import { titledAbstracts } from './titled-abstracts.ts'
import { aclAnthology } from './xml/acl-anthology.ts'
import { arxivAtom } from './xml/arxiv-atom.ts'
import { jats } from './xml/jats.ts'
import { oaiPmh } from './xml/oai-pmh.ts'
import { pubmed } from './xml/pubmed.ts'
import { tei } from './xml/tei.ts'

/** Every format, in the order in which ties are decided. */
export const readers: Reader[] = [
  jsonl,
  json,
  bibtex,
  ris,
  csv,
  arxivAtom,
  oaiPmh,
  aclAnthology,
  pubmed,
  jats,
  tei,
  titledAbstracts,
  plainAbstracts,
]

/** The reader that is surest to read a file that begins so, or null. */
export function chooseReader(beginning: Beginning): Reader | null {
  let best: Reader | null = null
  let sureness = 0
  for (const reader of readers) {
    const own = reader.recognises(beginning)
    if (own > sureness) {
      best = reader
      sureness = own
    }
  }
  return best
}

/** What would be accepted, for error messages. */
export function acceptedFormats(): string {
  return `What can be read, plain or gzipped: ${readers.map((reader) => reader.label).join('; ')}.`
}

export interface ReadProgress {
  /** Bytes read so far of all files, before unpacking. */
  bytesRead: number
  /** Bytes of all files, or null where one of them (standard input) does not tell. */
  bytesTotal: number | null
}

/** The part of all input that is read, or null where its size is not known. */
export function fractionRead({ bytesRead, bytesTotal }: ReadProgress): number | null {
  return bytesTotal === null || bytesTotal === 0 ? null : Math.min(1, bytesRead / bytesTotal)
}

export interface ReadOptions {
  /** Reading ends quietly once it is aborted. */
  signal?: AbortSignal
  /** What "-" reads; standard input unless stated. */
  stdin?: AsyncIterable<Uint8Array>
  /** Called for each chunk read. */
  onProgress?: (progress: ReadProgress) => void
}

/**
 * Reads papers from files, folders (recursively, without hidden files), "-" for standard input and bytes at hand, in
 * this order.
 * A file in a folder that nothing can read becomes a problem.
 * @throws InputError after everything else has been read, where a path that was named cannot be read; it lists what
 * would be accepted
 */
export async function* readPapers(
  inputs: readonly PaperInput[],
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent> {
  const { files, missing } = await inputFiles(inputs)
  const failures = missing.map(({ name, reason }) => `Cannot read ${name}: ${reason}.`)
  const sizes = files.map((file) => file.size)
  const progress: ReadProgress = {
    bytesRead: 0,
    bytesTotal: sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
  }
  let unreadable = false
  for (const file of files) {
    if (options.signal?.aborted) return
    try {
      yield* readFile(file, options, (bytes) => {
        progress.bytesRead += bytes
        options.onProgress?.({ ...progress })
      })
    } catch (error) {
      if (options.signal?.aborted) return
      const reason = error instanceof InputError ? error.message : systemReason(error)
      if (reason === null) throw error
      if (file.explicit) failures.push(`Cannot read ${fileName(file.name)}: ${reason}.`)
      else yield { kind: 'problem', problem: { file: file.name, line: null, reason } }
      unreadable ||= error instanceof InputError
    }
  }
  if (failures.length > 0) {
    throw new InputError([...failures, ...(unreadable ? [acceptedFormats()] : [])].join('\n'))
  }
}

async function* readFile(
  file: InputFile,
  options: ReadOptions,
  onBytes: (bytes: number) => void,
): AsyncGenerator<ReadEvent> {
  const reported: ReadProblem[] = []
  const bytes = counted(file.bytes ?? bytesOf(file.name, options), onBytes)
  const { beginning, chunks } = await openText(bytes, (line, reason) => {
    reported.push({ file: file.name, line, reason })
  })
  if (beginning.trim() === '' && beginning.length < 65_536) {
    yield { kind: 'problem', problem: { file: file.name, line: null, reason: 'the file is empty' } }
    return
  }
  const reader = chooseReader({ name: file.name.replace(/\.gz$/i, ''), text: beginning })
  if (!reader) throw new InputError('nothing here knows its format')
  for await (const event of reader.read(chunks, file.name)) {
    if (options.signal?.aborted) return
    for (const problem of reported.splice(0)) yield { kind: 'problem', problem }
    yield event
  }
  for (const problem of reported) yield { kind: 'problem', problem }
}

function bytesOf(name: string, options: ReadOptions): AsyncIterable<Uint8Array> {
  return name === standardInput ? standardBytes(options) : createReadStream(name, { highWaterMark: 262_144 })
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    onBytes(chunk.length)
    yield chunk
  }
}

/** Standard input; an abort also ends a wait for more of it. */
async function* standardBytes(options: ReadOptions): AsyncGenerator<Uint8Array> {
  const stdin = options.stdin ?? process.stdin
  const stop = () => {
    if ('destroy' in stdin && typeof stdin.destroy === 'function') stdin.destroy()
  }
  options.signal?.addEventListener('abort', stop)
  try {
    yield* stdin
  } finally {
    options.signal?.removeEventListener('abort', stop)
  }
}

/** The reason where the system refused to read, null for any other error. */
function systemReason(error: unknown): string | null {
  return error instanceof Error && 'syscall' in error ? reasonOf(error) : null
}
