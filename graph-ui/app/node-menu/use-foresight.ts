import { useEffect, useRef, useState } from 'react'
import type { Foresight } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { messageOf } from '../api/request.ts'
import type { Loaded } from '../details/use-loaded.ts'
import { askedFilters } from '../state/foresight.ts'
import type { Picture } from '../state/picture.ts'

/** A slider changes the filters with every pixel, a film with every year. */
const settledMs = 250

/**
 * What expanding a node would add to a picture, counted anew when nodes come, go or are hidden, and when filters have
 * changed. Meanwhile the counts before stay, so that nothing blinks.
 */
export function useForesight(key: string, { nodes, hidden, filters }: Picture): Loaded<Foresight> {
  const [counted, setCounted] = useState<{ key: string; loaded: Loaded<Foresight> }>(loading(key))
  const leftOut = JSON.stringify(askedFilters(filters))
  const asked = useRef(leftOut)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `leftOut` says all of the filters that is asked
  useEffect(() => {
    const stop = new AbortController()
    const settle = (loaded: Loaded<Foresight>) => {
      if (!stop.signal.aborted) setCounted({ key, loaded })
    }
    setCounted((before) => (before.key === key && before.loaded.state === 'ready' ? before : loading(key)))
    const ask = () => {
      asked.current = leftOut
      const present = [...nodes.keys()]
      const kept = [...hidden].filter((hiddenKey) => nodes.has(hiddenKey))
      api.foresight({ key, present, hidden: kept, filters: askedFilters(filters) }, stop.signal).then(
        (value) => settle({ state: 'ready', value }),
        (error: unknown) => settle({ state: 'failed', message: messageOf(error) }),
      )
    }
    const timer = setTimeout(ask, asked.current === leftOut ? 0 : settledMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [key, nodes, hidden, leftOut])
  return counted.key === key ? counted.loaded : loading(key).loaded
}

function loading(key: string): { key: string; loaded: Loaded<Foresight> } {
  return { key, loaded: { state: 'loading' } }
}
