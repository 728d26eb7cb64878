import { useEffect, useState } from 'react'
import { messageOf } from '../api/request.ts'

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed'; message: string }
  | { state: 'ready'; value: T }

/** Loads something anew whenever `key` changes; answers that come too late are dropped. */
export function useLoaded<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says what `load` loads
  useEffect(() => {
    const stop = new AbortController()
    setLoaded({ state: 'loading' })
    load(stop.signal)
      .then((value) => {
        if (!stop.signal.aborted) setLoaded({ state: 'ready', value })
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted) setLoaded({ state: 'failed', message: messageOf(error) })
      })
    return () => stop.abort()
  }, [key])
  return loaded
}
