import type { RefObject } from 'react'
import type { GraphCanvas } from '../sigma/graph-canvas.ts'
import { Icon } from './icons.tsx'
import './zoom-buttons.css'

export function ZoomButtons({ canvas }: { canvas: RefObject<GraphCanvas | null> }) {
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
    </fieldset>
  )
}
