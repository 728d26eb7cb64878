import { useEffect, useRef, useState } from 'react'
import type { Evidence, ViewEdge } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { ApiError } from '../api/request.ts'
import { type Loaded, useLoaded } from './use-loaded.ts'

/** Statements that come at once. */
export const pageSize = 100

export interface EvidenceState {
  /** The evidence with all statements that have come so far. */
  loaded: Loaded<Evidence>
  /** The counts of the edge, also while other statements of it are on their way; null before the first have come. */
  counts: Evidence | null
  /** Fetches the next statements; `came` is called once they are shown. */
  more(came: () => void): void
  isWaiting: boolean
  /** Why the next statements did not come. */
  failure: string | null
}

/** The statements behind an edge, some at a time. */
export function useEvidence(edge: ViewEdge, only: 'all' | 'opposed'): EvidenceState {
  const asked = `${only} ${edge.key}`
  const first = useLoaded(asked, (signal) => api.evidence(edge, { limit: pageSize, offset: 0, only }, signal))
  const [counts, setCounts] = useState<Evidence | null>(null)
  useEffect(() => {
    if (first.state === 'ready') setCounts(first.value)
  }, [first])
  const [further, setFurther] = useState<Evidence['items']>([])
  const [isWaiting, setWaiting] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const stop = useRef(new AbortController())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins anew
  useEffect(() => {
    stop.current = new AbortController()
    setFurther([])
    setWaiting(false)
    setFailure(null)
    return () => stop.current.abort()
  }, [asked])
  const came = useRef<(() => void) | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when further statements are shown
  useEffect(() => {
    came.current?.()
    came.current = null
  }, [further])

  async function more(told: () => void): Promise<void> {
    if (first.state !== 'ready' || isWaiting) return
    const { signal } = stop.current
    setWaiting(true)
    setFailure(null)
    try {
      const offset = first.value.items.length + further.length
      const { items } = await api.evidence(edge, { limit: pageSize, offset, only }, signal)
      if (signal.aborted) return
      came.current = told
      setFurther([...further, ...items])
    } catch (error) {
      if (!signal.aborted) setFailure(error instanceof ApiError ? error.message : String(error))
    }
    if (!signal.aborted) setWaiting(false)
  }

  const loaded: Loaded<Evidence> =
    first.state === 'ready'
      ? { state: 'ready', value: { ...first.value, items: [...first.value.items, ...further] } }
      : first
  return { loaded, counts, more: (told) => void more(told), isWaiting, failure }
}
