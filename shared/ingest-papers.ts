/** How papers come in while a server runs: the API hands bytes over, and is told what becomes of them. */

/** Text that has a name but is no file that can be opened by it. */
export interface PaperSource {
  /** What its papers are told to come from: a file's name without folders, or {@link pastedText}. */
  name: string
  /** Bytes, or null where they are not known. */
  size: number | null
  bytes: AsyncIterable<Uint8Array>
}

/** The name of text that a person pasted: what comes under it later replaces nothing that came before. */
export const pastedText = 'pasted text'

/** What happens while papers are read. */
export type IngestNews =
  /** @property fraction of the bytes whose papers are in, 0..1; null where their number is not known */
  | { kind: 'progress'; papers: number; fraction: number | null }
  /** @property where file and line, or the paper */
  | { kind: 'problem'; where: string; reason: string }
  /** All is read; what follows from several papers is worked out. */
  | { kind: 'settling' }

export interface IngestOutcome {
  /** Papers that were read, each counted once. */
  papers: number
  withoutAbstract: number
  added: number
  updated: number
  unchanged: number
  problems: number
  /** True where it was ended before all was read. */
  stopped: boolean
  /** Ids of new papers, at most 500. */
  addedIds: string[]
  /** Concepts that are new. */
  addedConcepts: number
  /** Ids of those that most papers speak of, at most 200. */
  addedConceptIds: string[]
}

/**
 * Reads, extracts and loads the papers of one source.
 * @param tell called with what happens, in order
 * @param signal ends it after the batch in hand; what was read is settled all the same
 * @throws InputError where nothing in it can be read, StoreUnavailableError
 */
export type IngestPapers = (
  source: PaperSource,
  tell: (news: IngestNews) => void,
  signal: AbortSignal,
) => Promise<IngestOutcome>
