/** What is under the pointer, and what is clicked: nodes as sigma finds them, edges by their distance. */
import type { MouseCoords } from 'sigma/types'
import type { CanvasEvents } from './canvas-events.ts'
import type { Emphasis } from './emphasis.ts'
import { nearestEdge } from './nearest-edge.ts'
import type { Renderer } from './plane.ts'

interface PointerOptions {
  events: CanvasEvents
  emphasise(change: Partial<Emphasis>): void
  /** Whether edges are looked for while the pointer moves. */
  findsEdges(): boolean
  /** Whether what was just released was no click. */
  wasGesture(): boolean
}

/** A finger that rests so long asks for the menu. */
const longPressMs = 500

export function watchPointer(sigma: Renderer, options: PointerOptions): void {
  const { events, emphasise, findsEdges, wasGesture } = options
  const { style } = sigma.getContainer()
  let node: string | null = null
  let edge: string | null = null
  let pressed: ReturnType<typeof setTimeout> | undefined
  /** The touch that ends after the menu has opened is no tap. */
  let wasLongPress = false

  function hoverNode(key: string | null): void {
    node = key
    if (edge !== null) events.hoverEdge(null)
    edge = null
    style.cursor = key === null ? '' : 'pointer'
    emphasise({ hoveredNode: key, hoveredEdge: null })
    events.hoverNode(key)
  }

  function hoverEdge(key: string | null): void {
    if (key === edge) return
    if (key === null) events.hoverEdge(null)
    edge = key
    style.cursor = key === null ? '' : 'pointer'
    emphasise({ hoveredEdge: key })
  }

  sigma.on('enterNode', (entered) => hoverNode(entered.node))
  sigma.on('leaveNode', () => hoverNode(null))
  sigma.on('leaveStage', () => hoverEdge(null))
  sigma.getMouseCaptor().on('mousemove', (event) => {
    // Sigma does not tell of leaving a node that was dropped.
    if (node !== null && !sigma.getGraph().hasNode(node)) hoverNode(null)
    if (node !== null || isPressed(event)) return
    const found = findsEdges() ? nearestEdge(sigma, event) : null
    hoverEdge(found)
    if (found !== null) events.hoverEdge({ key: found, at: onPage(sigma, event) })
  })

  sigma.on('clickNode', (clicked) => {
    if (wasGesture() || wasLongPress) return
    if (clicked.event.original.shiftKey) events.toggleNode(clicked.node)
    else events.selectNode(clicked.node)
  })
  sigma.on('doubleClickNode', (clicked) => {
    clicked.preventSigmaDefault()
    events.expandNode(clicked.node)
  })
  sigma.on('clickStage', ({ event }) => {
    if (wasGesture()) return
    const clicked = nearestEdge(sigma, event)
    if (clicked !== null) events.selectEdge(clicked)
    else if (!event.original.shiftKey) events.selectNothing()
  })

  sigma.on('rightClickNode', (clicked) => {
    clicked.event.original.preventDefault()
    events.openMenu(clicked.node, onPage(sigma, clicked.event))
  })
  sigma.on('downNode', (down) => {
    clearTimeout(pressed)
    wasLongPress = false
    if (!('touches' in down.event.original)) return
    const at = onPage(sigma, down.event)
    pressed = setTimeout(() => {
      if (wasGesture()) return
      wasLongPress = true
      events.openMenu(down.node, at)
    }, longPressMs)
  })
  sigma.on('upNode', () => clearTimeout(pressed))
  sigma.on('upStage', () => clearTimeout(pressed))
  sigma.on('kill', () => clearTimeout(pressed))
}

function isPressed({ original }: MouseCoords): boolean {
  return 'buttons' in original && original.buttons !== 0
}

/** From the window of the picture to the page. */
export function onPage(sigma: Renderer, { x, y }: { x: number; y: number }): { x: number; y: number } {
  const box = sigma.getContainer().getBoundingClientRect()
  return { x: box.left + x, y: box.top + y }
}
