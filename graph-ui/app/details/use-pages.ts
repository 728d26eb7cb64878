import { useEffect, useRef, useState } from 'react'
import { messageOf } from '../api/request.ts'
import { type Loaded, useLoaded } from './use-loaded.ts'

/** A list that comes a page at a time. */
export interface Pages<T> {
  /** All that has come so far. */
  loaded: Loaded<T>
  /** Fetches the next page, unless one is on its way. */
  more(): void
  isWaiting: boolean
  /** Why the next page did not come. */
  failure: string | null
}

interface Further<T> {
  /** All pages; null where there is only the first one. */
  all: T | null
  isWaiting: boolean
  failure: string | null
}

/**
 * Loads the first page anew whenever `asked` changes; pages that come too late are dropped.
 * @param load gives what came before together with the next page; null where nothing came before
 */
export function usePages<T>(
  asked: string,
  load: (before: T | null, signal: AbortSignal) => Promise<T>,
): Pages<T> {
  const first = useLoaded(asked, (signal) => load(null, signal))
  const [{ all, isWaiting, failure }, setFurther] = useState<Further<T>>(onlyFirst)
  const stop = useRef(new AbortController())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins anew
  useEffect(() => {
    stop.current = new AbortController()
    setFurther(onlyFirst)
    return () => stop.current.abort()
  }, [asked])
  const loaded: Loaded<T> = first.state === 'ready' && all !== null ? { state: 'ready', value: all } : first

  async function more(): Promise<void> {
    if (loaded.state !== 'ready' || isWaiting) return
    const { value } = loaded
    const { signal } = stop.current
    setFurther({ all: value, isWaiting: true, failure: null })
    const next = await load(value, signal).then(
      (all): Further<T> => ({ all, isWaiting: false, failure: null }),
      (error): Further<T> => ({ all: value, isWaiting: false, failure: messageOf(error) }),
    )
    if (!signal.aborted) setFurther(next)
  }

  return { loaded, more: () => void more(), isWaiting, failure }
}

const onlyFirst = { all: null, isWaiting: false, failure: null }
