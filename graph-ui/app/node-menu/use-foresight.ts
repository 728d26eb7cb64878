import { useEffect, useState } from 'react'
import type { Foresight } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { messageOf } from '../api/request.ts'
import type { Loaded } from '../details/use-loaded.ts'
import type { Picture } from '../state/picture.ts'

/**
 * What expanding a node would add to a picture, counted anew when nodes come, go or are hidden. Meanwhile the counts
 * before stay, so that nothing blinks.
 */
export function useForesight(key: string, { nodes, hidden }: Picture): Loaded<Foresight> {
  const [counted, setCounted] = useState<{ key: string; loaded: Loaded<Foresight> }>(loading(key))
  useEffect(() => {
    const stop = new AbortController()
    const settle = (loaded: Loaded<Foresight>) => {
      if (!stop.signal.aborted) setCounted({ key, loaded })
    }
    setCounted((before) => (before.key === key && before.loaded.state === 'ready' ? before : loading(key)))
    const present = [...nodes.keys()]
    const kept = [...hidden].filter((hiddenKey) => nodes.has(hiddenKey))
    api.foresight(key, { present, hidden: kept }, stop.signal).then(
      (value) => settle({ state: 'ready', value }),
      (error: unknown) => settle({ state: 'failed', message: messageOf(error) }),
    )
    return () => stop.abort()
  }, [key, nodes, hidden])
  return counted.key === key ? counted.loaded : loading(key).loaded
}

function loading(key: string): { key: string; loaded: Loaded<Foresight> } {
  return { key, loaded: { state: 'loading' } }
}
