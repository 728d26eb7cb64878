import { type RefObject, useEffect } from 'react'
import type { ActionContext } from '../actions/action.ts'
import { fit } from '../actions/page-actions.ts'
import type { GraphCanvas } from '../sigma/graph-canvas.ts'
import { ActionButton } from './action-button.tsx'
import { Icon } from './icons.tsx'
import './zoom-buttons.css'

interface ZoomButtonsProps {
  context: ActionContext
  canvas: RefObject<GraphCanvas | null>
  /** Whether every gesture on the picture draws a lasso. */
  lasso: boolean
  setLasso(on: boolean): void
}

export function ZoomButtons({ context, canvas, lasso, setLasso }: ZoomButtonsProps) {
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
      <ActionButton action={fit} context={context} icon="fit" />
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
