import { type RefObject, useEffect } from 'react'
import type { GraphCanvas } from '../sigma/graph-canvas.ts'
import { Icon } from './icons.tsx'
import './zoom-buttons.css'

interface ZoomButtonsProps {
  canvas: RefObject<GraphCanvas | null>
  /** Whether every gesture on the picture draws a lasso. */
  lasso: boolean
  setLasso(on: boolean): void
}

export function ZoomButtons({ canvas, lasso, setLasso }: ZoomButtonsProps) {
  useEffect(() => {
    if (!lasso) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // What the lasso has selected stays.
      event.stopImmediatePropagation()
      setLasso(false)
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [lasso, setLasso])
  return (
    <fieldset className="zoom" aria-label="Zoom">
      <button type="button" aria-label="Zoom in" onClick={() => canvas.current?.zoom('in')}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-label="Zoom out" onClick={() => canvas.current?.zoom('out')}>
        <Icon name="minus" />
      </button>
      <button
        type="button"
        aria-label="Fit the picture"
        title="Fit (F)"
        onClick={() => canvas.current?.fit()}
      >
        <Icon name="fit" />
      </button>
      <button
        type="button"
        aria-label="Lasso"
        aria-pressed={lasso}
        title="Select by drawing a line around (or hold Shift); Escape ends it"
        onClick={() => setLasso(!lasso)}
      >
        <Icon name="lasso" />
      </button>
    </fieldset>
  )
}
