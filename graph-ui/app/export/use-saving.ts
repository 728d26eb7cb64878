import { useEffect, useRef, useState } from 'react'
import { messageOf } from '../api/request.ts'

export interface Saving {
  busy: boolean
  /** Why nothing was saved. */
  failure: string | null
  /** @param work hands over the file, and gives its name; ended when the dialog is closed */
  save(work: (signal: AbortSignal) => Promise<string>): void
}

/** One work at a time, with its failure. @param saved is told the name of the file */
export function useSaving(saved: (name: string) => void): Saving {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  return {
    busy,
    failure,
    save(work) {
      if (busy) return
      const stop = new AbortController()
      running.current = stop
      setBusy(true)
      setFailure(null)
      work(stop.signal)
        .then((name) => {
          if (!stop.signal.aborted) saved(name)
        })
        .catch((error: unknown) => {
          if (stop.signal.aborted) return
          setBusy(false)
          setFailure(messageOf(error))
        })
    },
  }
}
