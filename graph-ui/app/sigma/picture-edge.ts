/** An edge as a line with an arrow head, straight or bent, as sigma's programs draw it. */
import { pointOnEdge } from './edge-geometry.ts'
import { arrowHead } from './settings.ts'

export interface End {
  x: number
  y: number
  /** Radius. */
  size: number
}

const pieces = 24
/** Sigma's programs fade a line towards both its sides; a plain line of the same weight is thinner. */
const weight = 0.65

/** @param size thickness that sigma is asked for */
export function drawEdgeLine(
  context: CanvasRenderingContext2D,
  { size, color, curvature }: { size: number; color: string; curvature: number },
  source: End,
  target: End,
): void {
  const points = Array.from({ length: pieces + 1 }, (_, i) =>
    pointOnEdge(source, target, curvature, i / pieces),
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
  context.strokeStyle = color
  context.fillStyle = color
  context.lineWidth = size * weight
  context.lineCap = 'butt'
  context.lineJoin = 'round'
  context.beginPath()
  context.moveTo(outside[0]!.x, outside[0]!.y)
  for (const { x, y } of outside.slice(1)) context.lineTo(x, y)
  context.lineTo(base.x, base.y)
  context.stroke()
  const half = (size * weight * 1.2 * arrowHead.widenessToThicknessRatio) / 2
  const [acrossX, acrossY] = [((base.y - tip.y) / length) * half, ((tip.x - base.x) / length) * half]
  context.beginPath()
  context.moveTo(tip.x, tip.y)
  context.lineTo(base.x + acrossX, base.y + acrossY)
  context.lineTo(base.x - acrossX, base.y - acrossY)
  context.fill()
}
