/** Gestures with the mouse or a finger that begin on the picture: moving a node, or drawing a lasso. */
import type { MouseCoords } from 'sigma/types'
import type { Point } from './edge-geometry.ts'
import { lengthen } from './lasso.ts'
import type { Renderer } from './plane.ts'

/** Less than this is a click with an unsteady hand. */
const leastPixels = 4

interface Gestures {
  /** Whether every gesture draws a lasso, not only those with Shift. */
  drawsLasso(): boolean
  /** The node follows the hand. */
  dragNode(key: string, to: Point): void
  /** The hand has let it go. */
  dropNode(key: string): void
  /** The lasso as far as it has come, in pixels of the window; empty where it is gone. */
  lasso(line: readonly Point[]): void
  /** The hand has closed it. */
  closeLasso(line: readonly Point[]): void
}

type Held =
  | { kind: 'node'; key: string; from: Point; hasMoved: boolean }
  | { kind: 'lasso'; line: readonly Point[] }

/** @returns whether what was just released had been such a gesture, not a click */
export function watchGestures(sigma: Renderer, gestures: Gestures): () => boolean {
  let held: Held | null = null
  let wasGesture = false

  function begin(event: MouseCoords, node: string | null): void {
    if (held?.kind === 'lasso') gestures.lasso([])
    held = null
    wasGesture = false
    if (isSecondary(event)) return
    const { x, y } = event
    if (gestures.drawsLasso() || event.original.shiftKey) held = { kind: 'lasso', line: [{ x, y }] }
    else held = node === null ? null : { kind: 'node', key: node, from: { x, y }, hasMoved: false }
  }

  function end(): void {
    if (held?.kind === 'node' && held.hasMoved) gestures.dropNode(held.key)
    if (held?.kind === 'lasso') {
      gestures.lasso([])
      if (held.line.length > 2) gestures.closeLasso(held.line)
      wasGesture = held.line.length > 1
    }
    held = null
  }

  sigma.on('downNode', ({ node, event }) => begin(event, node))
  sigma.on('downStage', ({ event }) => begin(event, null))
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (held === null) return
    preventSigmaDefault()
    if (held.kind === 'lasso') {
      held.line = lengthen(held.line, event)
      gestures.lasso(held.line)
      return
    }
    held.hasMoved ||= Math.hypot(event.x - held.from.x, event.y - held.from.y) > leastPixels
    wasGesture = held.hasMoved
    if (held.hasMoved) gestures.dragNode(held.key, sigma.viewportToGraph(event))
  })
  sigma.on('upNode', end)
  sigma.on('upStage', end)
  return () => wasGesture
}

/** Whether it is another button than the first, or another finger. */
function isSecondary({ original }: MouseCoords): boolean {
  return 'touches' in original ? original.touches.length > 1 : original.button !== 0
}
