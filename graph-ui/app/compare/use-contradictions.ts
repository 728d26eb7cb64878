import { useEffect, useRef, useState } from 'react'
import type { Contradictions } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { ApiError } from '../api/request.ts'
import { type Loaded, useLoaded } from '../details/use-loaded.ts'

interface ContradictionsState {
  /** All pairs that have come so far. */
  loaded: Loaded<Contradictions>
  more(): void
  isWaiting: boolean
  /** Why the next pairs did not come. */
  failure: string | null
}

/** Contradictions, some at a time. */
export function useContradictions(): ContradictionsState {
  const first = useLoaded('contradictions', (signal) => api.contradictions(0, signal))
  const [further, setFurther] = useState<Contradictions['pairs']>([])
  const [isWaiting, setWaiting] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const stop = useRef(new AbortController())
  useEffect(() => {
    stop.current = new AbortController()
    return () => stop.current.abort()
  }, [])

  async function more(): Promise<void> {
    if (first.state !== 'ready' || isWaiting) return
    const { signal } = stop.current
    setWaiting(true)
    setFailure(null)
    try {
      const { pairs } = await api.contradictions(first.value.pairs.length + further.length, signal)
      if (!signal.aborted) setFurther([...further, ...pairs])
    } catch (error) {
      if (!signal.aborted) setFailure(error instanceof ApiError ? error.message : String(error))
    }
    if (!signal.aborted) setWaiting(false)
  }

  const loaded: Loaded<Contradictions> =
    first.state === 'ready'
      ? { state: 'ready', value: { ...first.value, pairs: [...first.value.pairs, ...further] } }
      : first
  return { loaded, more: () => void more(), isWaiting, failure }
}
