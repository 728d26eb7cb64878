/** An edge as a line with an arrow head, straight or bent, as sigma's programs draw it. */
import type { Brush } from './brush.ts'
import { pointOnEdge } from './edge-geometry.ts'

export interface End {
  x: number
  y: number
  /** Radius. */
  size: number
}

/** How long and wide an arrow head is, in thicknesses of its edge. */
export const arrowHead = {
  extremity: 'target',
  lengthToThicknessRatio: 4.2,
  widenessToThicknessRatio: 3,
} as const
/** In pixels, however far away the camera is. */
export const leastThickness = 1.4

/** Of a bent edge. */
const pieces = 24
/** Sigma's programs fade a line towards both its sides; a plain line of the same weight is thinner. */
const weight = 0.65

/** @param size thickness that sigma is asked for */
export function drawEdgeLine(
  brush: Brush,
  { size, color, curvature }: { size: number; color: string; curvature: number },
  source: End,
  target: End,
): void {
  const parts = curvature === 0 ? 1 : pieces
  const points = Array.from({ length: parts + 1 }, (_, i) =>
    pointOnEdge(source, target, curvature, i / parts),
  )
  const length = size * weight * arrowHead.lengthToThicknessRatio * 1.2
  const distance = (point: { x: number; y: number }) => Math.hypot(point.x - target.x, point.y - target.y)
  // The tip touches the target's rim; the line ends where the head begins.
  const outside = points.filter((point) => distance(point) > target.size + length)
  const from = outside.at(-1)
  if (!from) return
  const away = distance(from)
  const at = (reach: number) => ({
    x: target.x + ((from.x - target.x) * reach) / away,
    y: target.y + ((from.y - target.y) * reach) / away,
  })
  const tip = at(target.size)
  const base = at(target.size + length)
  brush.strokeStyle = color
  brush.fillStyle = color
  brush.lineWidth = size * weight
  brush.lineCap = 'butt'
  brush.lineJoin = 'round'
  brush.beginPath()
  brush.moveTo(outside[0]!.x, outside[0]!.y)
  for (const { x, y } of outside.slice(1)) brush.lineTo(x, y)
  brush.lineTo(base.x, base.y)
  brush.stroke()
  const half = (size * weight * 1.2 * arrowHead.widenessToThicknessRatio) / 2
  const [acrossX, acrossY] = [((base.y - tip.y) / length) * half, ((tip.x - base.x) / length) * half]
  brush.beginPath()
  brush.moveTo(tip.x, tip.y)
  brush.lineTo(base.x + acrossX, base.y + acrossY)
  brush.lineTo(base.x - acrossX, base.y - acrossY)
  brush.fill()
}

/** A line of one pixel without a head, as large pictures have them. */
export function drawPlainLine(brush: Brush, color: string, source: End, target: End): void {
  brush.strokeStyle = color
  brush.lineWidth = 1
  brush.lineCap = 'butt'
  brush.beginPath()
  brush.moveTo(source.x, source.y)
  brush.lineTo(target.x, target.y)
  brush.stroke()
}
