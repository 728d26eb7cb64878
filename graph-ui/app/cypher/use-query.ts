import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { CypherAnswer } from '../../api/contract.ts'
import type { Statement } from '../api/cypher.ts'
import { api } from '../api/index.ts'
import { createQueryRunner, type QueryRunner, type QueryState } from './query-runner.ts'

/** Runs queries as long as the component is there; leaving stops what runs. */
export function useQuery(
  answered: (answer: CypherAnswer, asked: Statement) => void,
): [QueryState, QueryRunner] {
  const latest = useRef(answered)
  latest.current = answered
  const runner = useMemo(
    () =>
      createQueryRunner(
        api,
        (answer, asked) => latest.current(answer, asked),
        () => performance.now(),
      ),
    [],
  )
  const query = useSyncExternalStore(runner.subscribe, runner.state)
  useEffect(() => runner.stop, [runner])
  return [query, runner]
}
