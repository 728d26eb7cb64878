/** The canvas as a component; everything imperative is behind `createGraphCanvas`. */
import { type RefObject, useEffect, useRef } from 'react'
import type { Community, View } from '../../api/contract.ts'
import type { Theme } from '../palette.ts'
import type { Selection } from '../state/selection.ts'
import { type CanvasEvents, createGraphCanvas, type GraphCanvas } from './graph-canvas.ts'

interface CanvasProps {
  view: View
  communities: readonly Community[]
  /** Another number is another picture. */
  showing: number
  selection: Selection | null
  focus: string | null
  theme: Theme
  events: CanvasEvents
  canvas: RefObject<GraphCanvas | null>
}

export function Canvas({ view, communities, showing, selection, focus, theme, events, canvas }: CanvasProps) {
  const container = useRef<HTMLDivElement>(null)
  const latestEvents = useRef(events)
  latestEvents.current = events
  const shownNumber = useRef<number | null>(null)
  const firstTheme = useRef(theme)

  useEffect(() => {
    const created = createGraphCanvas(container.current!, firstTheme.current, {
      selectNode: (key) => latestEvents.current.selectNode(key),
      selectEdge: (key) => latestEvents.current.selectEdge(key),
      selectNothing: () => latestEvents.current.selectNothing(),
      expandNode: (key) => latestEvents.current.expandNode(key),
      moveNode: (key, x, y) => latestEvents.current.moveNode(key, x, y),
      openMenu: (key, at) => latestEvents.current.openMenu(key, at),
      hoverNode: (key) => latestEvents.current.hoverNode(key),
    })
    canvas.current = created
    shownNumber.current = null
    const observer = new ResizeObserver(() => created.resize())
    observer.observe(container.current!)
    // For tests and curious people: where things are on the page.
    window.skein = { nodePosition: created.nodePosition, edgePosition: created.edgePosition }
    return () => {
      observer.disconnect()
      created.destroy()
      canvas.current = null
    }
  }, [canvas])

  useEffect(() => {
    canvas.current?.show(view, communities, shownNumber.current !== showing)
    shownNumber.current = showing
  }, [canvas, view, communities, showing])
  useEffect(() => canvas.current?.select(selection), [canvas, selection])
  useEffect(() => canvas.current?.focus(focus), [canvas, focus])
  useEffect(() => canvas.current?.setTheme(theme), [canvas, theme])

  return <div ref={container} className="canvas" aria-hidden="true" />
}

declare global {
  interface Window {
    skein: Pick<GraphCanvas, 'nodePosition' | 'edgePosition'>
  }
}
