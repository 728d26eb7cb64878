/** The upper edge of what can be made higher or lower: by dragging, and with the arrow keys, Home and End. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { AdjustableHeight } from './use-desk-height.ts'
import './height-handle.css'

const step = 24

export function HeightHandle({ name, height }: { name: string; height: AdjustableHeight }) {
  const { now, least, most, change } = height
  const grabbed = useRef<{ at: number; height: number } | null>(null)

  function onKeyDown(event: KeyboardEvent): void {
    const targets: Record<string, number> = {
      ArrowUp: now + step,
      ArrowDown: now - step,
      Home: least,
      End: most,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    change(target)
  }

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    event.currentTarget.setPointerCapture(event.pointerId)
    grabbed.current = { at: event.clientY, height: now }
  }

  function onPointerMove({ clientY }: PointerEvent): void {
    if (grabbed.current) change(grabbed.current.height + grabbed.current.at - clientY)
  }

  function release(): void {
    grabbed.current = null
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved
    <div
      role="separator"
      aria-label={name}
      aria-orientation="horizontal"
      aria-valuenow={now}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className="height-handle"
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
    />
  )
}
