/** Text on the canvas: always legible, with a halo in the colour of the background. */
import { surface, type Theme } from '../palette.ts'
import type { Brush } from './brush.ts'
import { pointOnEdge } from './edge-geometry.ts'
import type { PlacedNode } from './plane.ts'

export const labelFont =
  'system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif'

const edgeNameHeight = 11

/** Names of much-studied concepts are larger, as those of cities on a map. */
export function nameFont(size: number): { font: string; height: number } {
  const height = size > 15 ? 15 : size > 9 ? 13.5 : 12.5
  return { font: `${size > 9 ? 600 : 500} ${height}px ${labelFont}`, height }
}

/** A node that stands out. */
interface Plated extends PlacedNode {
  colour: string
  /** What stands on its plate; null where it has none. */
  label: string | null
  side: 'left' | 'right'
}

/**
 * A node that is pointed at or selected: ringed, its name on a plate above everything else.
 * @param room the width of what is drawn on
 */
export function drawPlate(brush: Brush, node: Plated, theme: Theme, room: number): void {
  const { x, y, size, label, colour, side } = node
  const { panel, ink, line } = surface(theme)
  brush.save()
  brush.beginPath()
  brush.arc(x, y, size + 4, 0, 2 * Math.PI)
  brush.fillStyle = panel
  brush.fill()
  brush.lineWidth = 2
  brush.strokeStyle = colour
  brush.stroke()
  if (label) {
    const { font, height } = nameFont(size)
    brush.font = font
    const width = brush.measureText(label).width + 16
    const [onLeft, onRight] = [x - size - 8 - width, x + size + 8]
    const [fitsLeft, fitsRight] = [onLeft >= 0, onRight + width <= room]
    const beside = (side === 'left' && fitsLeft) || !fitsRight ? onLeft : onRight
    // With room on neither side it stands below the node.
    const [left, middle] =
      fitsLeft || fitsRight
        ? [beside, y]
        : [Math.max(4, Math.min(x - width / 2, room - width - 4)), y + size + height / 2 + 14]
    brush.beginPath()
    brush.roundRect(left, middle - height / 2 - 6, width, height + 12, 6)
    brush.shadowColor = 'rgba(15, 20, 35, 0.18)'
    brush.shadowBlur = 10
    brush.shadowOffsetY = 2
    brush.fillStyle = panel
    brush.fill()
    brush.shadowColor = 'transparent'
    brush.lineWidth = 1
    brush.strokeStyle = line
    brush.stroke()
    brush.fillStyle = ink
    brush.fillText(label, left + 8, middle + height / 3)
  }
  brush.restore()
}

/** The name of a relation along its edge; none where the edge is shorter than that. */
export function drawEdgeName(
  brush: Brush,
  { name, colour, curvature }: { name: string; colour: string; curvature: number },
  source: PlacedNode,
  target: PlacedNode,
  theme: Theme,
): void {
  if (name === '') return
  const room = Math.hypot(target.x - source.x, target.y - source.y) - source.size - target.size
  brush.font = `500 ${edgeNameHeight}px ${labelFont}`
  const { width } = brush.measureText(name)
  if (width + 12 > room) return
  const middle = pointOnEdge(source, target, curvature, 0.5)
  let angle = Math.atan2(target.y - source.y, target.x - source.x)
  if (Math.abs(angle) > Math.PI / 2) angle += Math.PI
  brush.save()
  brush.translate(middle.x, middle.y)
  brush.rotate(angle)
  writeWithHalo(brush, name, -width / 2, edgeNameHeight / 3, colour, surface(theme).canvas)
  brush.restore()
}

export function writeWithHalo(
  brush: Brush,
  text: string,
  x: number,
  y: number,
  colour: string,
  halo: string,
): void {
  brush.lineJoin = 'round'
  brush.lineWidth = 4
  brush.strokeStyle = halo
  brush.strokeText(text, x, y)
  brush.fillStyle = colour
  brush.fillText(text, x, y)
}
