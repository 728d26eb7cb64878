/** A line drawn around nodes with the mouse or a finger: what it encloses is selected. */
import { surface, type Theme } from '../palette.ts'
import type { Point } from './edge-geometry.ts'

/** Less than this is a click with an unsteady hand. */
const leastPixels = 4

/** @returns keys of the nodes within a polygon, in their order; its last point is joined to the first */
export function nodesInside(polygon: readonly Point[], nodes: Iterable<Point & { key: string }>): string[] {
  const [xs, ys] = [polygon.map(({ x }) => x), polygon.map(({ y }) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [low, high] = [Math.min(...ys), Math.max(...ys)]
  const found: string[] = []
  for (const node of nodes) {
    if (node.x < left || node.x > right || node.y < low || node.y > high) continue
    if (isInside(node, polygon)) found.push(node.key)
  }
  return found
}

/** A ray from the point to the right crosses the border an odd number of times. */
function isInside(point: Point, polygon: readonly Point[]): boolean {
  let inside = false
  let before = polygon[polygon.length - 1]
  for (const corner of polygon) {
    const crosses =
      before !== undefined &&
      corner.y > point.y !== before.y > point.y &&
      point.x < ((before.x - corner.x) * (point.y - corner.y)) / (before.y - corner.y) + corner.x
    if (crosses) inside = !inside
    before = corner
  }
  return inside
}

/** Adds a point where the hand has moved far enough from the last one. */
export function lengthen(line: readonly Point[], { x, y }: Point): readonly Point[] {
  const last = line.at(-1)
  if (last !== undefined && Math.hypot(x - last.x, y - last.y) < leastPixels) return line
  return [...line, { x, y }]
}

/** Draws the line as far as it has come, and lightly what it would enclose. */
export function drawLasso(context: CanvasRenderingContext2D, line: readonly Point[], theme: Theme): void {
  if (line.length < 2) return
  context.beginPath()
  for (const { x, y } of line) context.lineTo(x, y)
  context.closePath()
  context.fillStyle = surface(theme).ink
  context.globalAlpha = 0.06
  context.fill()
  context.globalAlpha = 1
  context.strokeStyle = surface(theme).ink
  context.lineWidth = 1.5
  context.setLineDash([5, 4])
  context.stroke()
  context.setLineDash([])
}
