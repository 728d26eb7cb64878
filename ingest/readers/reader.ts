import type { PaperRecord } from '../../shared/schema.ts'

/** A record that could not be read; reading goes on after it. */
export interface ReadProblem {
  file: string
  /** 1-based line, where the format has lines. */
  line: number | null
  reason: string
}

export type ReadEvent = { kind: 'record'; record: PaperRecord } | { kind: 'problem'; problem: ReadProblem }

/** What a reader may look at to say whether a file is of its format. */
export interface Beginning {
  /** Name as given by the user ("-" for standard input), without ".gz". */
  name: string
  /** Up to 64 KiB of decoded text, byte order mark removed. */
  text: string
}

export interface Reader {
  /** Short name: "bibtex". */
  readonly name: string
  /** What a person calls it, in the list of what would be accepted: "BibTeX (.bib)". */
  readonly label: string
  /** How sure the reader is that it can read this: 0 (no) to 1 (certain). The highest wins, ties by order. */
  recognises(beginning: Beginning): number
  /**
   * Reads a stream of decoded text in constant memory (one record at a time).
   * A broken record becomes a problem; only a failing stream throws.
   */
  read(chunks: AsyncIterable<string>, file: string): AsyncIterable<ReadEvent>
}
