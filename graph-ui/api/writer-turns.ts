/**
 * Who may write to the graph: papers from the page, or other commands through the server. What a loader knows of the
 * graph it reads when it opens, so two of them must not be at work at once.
 */
import { BusyError } from './failures.ts'

/** Other commands pause to read and extract between what they write. */
const restMs = 30_000

export interface WriterTurns {
  /**
   * Begins to take in papers.
   * @returns the signal that ends it, and what is to be called when it has ended
   * @throws BusyError
   */
  beginPapers(): { signal: AbortSignal; ended(): void }
  /** Has papers that are being taken in end after their batch; nothing where there are none. */
  stopPapers(): void
  /** Waits until none are being taken in. */
  papersAreIn(): Promise<void>
  /** Has another command write. @throws BusyError while papers are taken in, and what `write` throws */
  otherWrites<T>(write: () => Promise<T>): Promise<T>
  /** Notes that another command is at work, which goes on counting as writing if it has written shortly before. */
  otherReads(): void
}

export function takeTurns(): WriterTurns {
  let papers: { stop: AbortController; ended: Promise<void> } | null = null
  let writing = 0
  let othersWrote = Number.NEGATIVE_INFINITY
  const othersAreAtWork = () => writing > 0 || performance.now() - othersWrote < restMs
  return {
    beginPapers() {
      if (papers !== null) {
        throw new BusyError('Other papers are being read just now. Send these when that is done.')
      }
      if (othersAreAtWork()) {
        throw new BusyError(
          'Another command, such as skein ingest, is writing to this graph. Send these papers when it is done.',
        )
      }
      const stop = new AbortController()
      let end = () => {}
      const ended = new Promise<void>((resolve) => {
        end = resolve
      })
      papers = { stop, ended }
      return {
        signal: stop.signal,
        ended() {
          papers = null
          end()
        },
      }
    },
    stopPapers: () => papers?.stop.abort(),
    papersAreIn: async () => papers?.ended,
    async otherWrites(write) {
      if (papers !== null) {
        throw new BusyError(
          'Papers are being brought in from the page of this graph. Do this again when they are in.',
        )
      }
      writing++
      try {
        return await write()
      } finally {
        writing--
        othersWrote = performance.now()
      }
    },
    otherReads() {
      if (othersAreAtWork()) othersWrote = performance.now()
    },
  }
}
