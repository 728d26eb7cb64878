import { useCallback, useEffect, useRef, useState } from 'react'
import type { CypherAnswer } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { ApiError } from '../api/request.ts'

export type QueryState =
  | { state: 'idle' }
  | { state: 'running' }
  | { state: 'stopped' }
  | { state: 'failed'; message: string; position: number | null }
  | { state: 'answered'; answer: CypherAnswer; cypher: string; seconds: number }

export interface RunningQuery {
  query: QueryState
  run(cypher: string, maxRows: number): void
  stop(): void
}

/** Runs one query at a time; a new one, and leaving, stop the one before. */
export function useQuery(answered: (answer: CypherAnswer, cypher: string) => void): RunningQuery {
  const [query, setQuery] = useState<QueryState>({ state: 'idle' })
  const running = useRef<AbortController | null>(null)
  const whenAnswered = useRef(answered)
  whenAnswered.current = answered
  useEffect(() => () => running.current?.abort(), [])

  const run = useCallback((cypher: string, maxRows: number) => {
    running.current?.abort()
    const control = new AbortController()
    running.current = control
    setQuery({ state: 'running' })
    const started = performance.now()
    api
      .cypher(cypher, maxRows, control.signal)
      .then((answer) => {
        const seconds = (performance.now() - started) / 1000
        setQuery({ state: 'answered', answer, cypher, seconds })
        whenAnswered.current(answer, cypher)
      })
      .catch((error: unknown) => {
        if (running.current !== control) return
        if (control.signal.aborted) setQuery({ state: 'stopped' })
        else if (error instanceof ApiError) {
          setQuery({ state: 'failed', message: error.message, position: error.position })
        } else setQuery({ state: 'failed', message: String(error), position: null })
      })
  }, [])

  return { query, run, stop: () => running.current?.abort() }
}
