/** What happens on the canvas, in words: title, work in progress, failures, emptiness. */
import { useEffect, useState } from 'react'
import type { View } from '../../api/contract.ts'
import { countOf } from '../numbers.ts'
import { pictureOf } from '../state/command-log.ts'
import { isFiltered } from '../state/filtered.ts'
import type { Exploration } from '../state/use-exploration.ts'
import { Icon } from './icons.tsx'
import { TokenForm } from './token-form.tsx'

/** Shorter waits need no sign. */
const patienceMs = 250

export function CanvasStatus({ exploration, view }: { exploration: Exploration; view: View }) {
  const { busy, failure, log } = exploration
  const waiting = useLasting(busy, patienceMs)
  const picture = pictureOf(log)
  return (
    <>
      {picture.title !== '' && (
        <div className="picture-title">
          <h1>{picture.title}</h1>
          <span>
            {countOf(view.nodes.length, 'node')}, {countOf(view.edges.length, 'edge')}
          </span>
        </div>
      )}
      {waiting !== null && (
        <p className="busy" role="status">
          <i className="spinner" />
          {waiting}
        </p>
      )}
      {failure !== null && failure.status === 401 && <TokenForm retry={exploration.openLandscape} />}
      {failure !== null && failure.status !== 401 && (
        <div className="failure" role="alert">
          <p>{failure.message}</p>
          {log.steps.length === 0 && (
            <button type="button" onClick={exploration.openLandscape}>
              Try again
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label="Dismiss"
            onClick={exploration.dismissFailure}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
      {view.nodes.length === 0 && isFiltered(picture) && (
        <p className="stage-note">Everything here is filtered out.</p>
      )}
    </>
  )
}

/** The value once it has stayed for a while. */
function useLasting(value: string | null, ms: number): string | null {
  const [lasting, setLasting] = useState<string | null>(null)
  useEffect(() => {
    if (value === null) {
      setLasting(null)
      return
    }
    const timer = setTimeout(() => setLasting(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return lasting
}
