/** Small marks at the nodes that layouts leave where they are. */
import { surface, type Theme } from '../palette.ts'
import type { Brush } from './brush.ts'
import { type Plane, placedNode } from './plane.ts'

/** More marks than these tell nothing. */
const mostMarks = 400

/** A pin's head at the upper right of each node. */
export function drawPinMarks(plane: Plane, brush: Brush, pinned: ReadonlySet<string>, theme: Theme): void {
  const { ink, canvas } = surface(theme)
  const { width, height } = plane.getDimensions()
  let drawn = 0
  for (const key of pinned) {
    const at = placedNode(plane, key)
    if (at === null || at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue
    const reach = 0.72 * at.size + 1.5
    brush.beginPath()
    brush.arc(at.x + reach, at.y - reach, 3.2, 0, 2 * Math.PI)
    brush.fillStyle = ink
    brush.fill()
    brush.lineWidth = 1.6
    brush.strokeStyle = canvas
    brush.stroke()
    if (++drawn >= mostMarks) break
  }
}
