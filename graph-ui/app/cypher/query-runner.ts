/** Runs queries, one at a time, and counts the rows of an answer that was cut off. Nothing here knows of React. */
import type { CypherAnswer } from '../../api/contract.ts'
import type { Statement } from '../api/cypher.ts'
import type { Api } from '../api/index.ts'
import { ApiError } from '../api/request.ts'

/** Rows that a query has in all; `unknown` where they were not counted. */
export type Total = number | 'counting' | 'unknown'

export interface Answered {
  state: 'answered'
  /** The query that was asked, whatever has been written since. */
  asked: Statement
  answer: CypherAnswer
  seconds: number
  total: Total
}

export type QueryState =
  | { state: 'idle' }
  | { state: 'running'; asked: Statement }
  | { state: 'stopped' }
  | { state: 'failed'; asked: Statement; message: string; position: number | null }
  | Answered

export interface QueryRunner {
  state(): QueryState
  /** @returns what ends the subscription */
  subscribe(changed: () => void): () => void
  /** A new query stops the one before. */
  run(asked: Statement): void
  /** Asks the answered query again, for four times as many rows. */
  more(): void
  /** Ends what is running or being counted. */
  stop(): void
}

export const mostRows = 20_000
const firstRows = 500
/** A query that took longer is not run a second time to be counted. */
const quickSeconds = 2

/**
 * @param answered told of every answer
 * @param now the time in milliseconds
 */
export function createQueryRunner(
  api: Pick<Api, 'cypher' | 'countRows'>,
  answered: (answer: CypherAnswer, asked: Statement) => void,
  now: () => number,
): QueryRunner {
  let state: QueryState = { state: 'idle' }
  let running = new AbortController()
  const listeners = new Set<() => void>()

  function set(next: QueryState): void {
    state = next
    for (const changed of listeners) changed()
  }

  async function ask(asked: Statement, maxRows: number, known: number | null): Promise<void> {
    running.abort()
    const control = new AbortController()
    running = control
    set({ state: 'running', asked })
    const started = now()
    try {
      const answer = await api.cypher(asked, maxRows, control.signal)
      if (running !== control) return
      const seconds = (now() - started) / 1000
      const canCount = answer.truncated && seconds <= quickSeconds
      const total = answer.truncated ? (known ?? (canCount ? 'counting' : 'unknown')) : answer.rows.length
      set({ state: 'answered', asked, answer, seconds, total })
      answered(answer, asked)
      if (total === 'counting') await count(asked, control)
    } catch (error) {
      if (running !== control) return
      if (control.signal.aborted) set({ state: 'stopped' })
      else if (error instanceof ApiError) {
        set({ state: 'failed', asked, message: error.message, position: error.position })
      } else set({ state: 'failed', asked, message: String(error), position: null })
    }
  }

  async function count(asked: Statement, control: AbortController): Promise<void> {
    const total = await api.countRows(asked, control.signal).catch(() => 'unknown' as const)
    if (running === control && state.state === 'answered') set({ ...state, total })
  }

  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    run: (asked) => void ask(asked, firstRows, null),
    more() {
      if (state.state !== 'answered') return
      const { asked, answer, total } = state
      void ask(asked, Math.min(mostRows, answer.maxRows * 4), typeof total === 'number' ? total : null)
    },
    stop: () => running.abort(),
  }
}

/** "500 of 3,214 rows" */
export function rowsTold({ answer, total }: Pick<Answered, 'answer' | 'total'>): string {
  const rows = answer.rows.length.toLocaleString('en')
  if (!answer.truncated) return `${rows} ${answer.rows.length === 1 ? 'row' : 'rows'}`
  if (typeof total === 'number') return `${rows} of ${total.toLocaleString('en')} rows`
  return total === 'counting' ? `${rows} rows of more, counting` : `${rows} rows of more`
}
