/** Small marks at the nodes that layouts leave where they are. */
import { surface, type Theme } from '../palette.ts'
import { placedNode, type Renderer } from './plane.ts'

/** More marks than these tell nothing. */
export const mostMarks = 400

/** A pin's head at the upper right of each node. */
export function drawPinMarks(
  sigma: Renderer,
  context: CanvasRenderingContext2D,
  pinned: Iterable<string>,
  theme: Theme,
): void {
  const { ink, canvas } = surface(theme)
  const { width, height } = sigma.getDimensions()
  let drawn = 0
  for (const key of pinned) {
    const at = placedNode(sigma, key)
    if (at === null || at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue
    const reach = 0.72 * at.size + 1.5
    context.beginPath()
    context.arc(at.x + reach, at.y - reach, 3.2, 0, 2 * Math.PI)
    context.fillStyle = ink
    context.fill()
    context.lineWidth = 1.6
    context.strokeStyle = canvas
    context.stroke()
    if (++drawn >= mostMarks) break
  }
}
