/** Points on edges as they are drawn: straight, or as quadratic Bézier curves. */

export interface Point {
  x: number
  y: number
}

/**
 * The point at `t` (0..1) of an edge between two points of the viewport (y grows downwards).
 * The control point is the one that @sigma/edge-curve uses.
 */
export function pointOnEdge(a: Point, b: Point, curvature: number, t: number): Point {
  const control = {
    x: (a.x + b.x) / 2 + (b.y - a.y) * curvature,
    y: (a.y + b.y) / 2 - (b.x - a.x) * curvature,
  }
  const [u, v, w] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
  return { x: u * a.x + v * control.x + w * b.x, y: u * a.y + v * control.y + w * b.y }
}

export function squaredDistanceToEdge(point: Point, a: Point, b: Point, curvature: number): number {
  const pieces = curvature === 0 ? 1 : 12
  let best = Number.POSITIVE_INFINITY
  let from = a
  for (let i = 1; i <= pieces; i++) {
    const to = pointOnEdge(a, b, curvature, i / pieces)
    best = Math.min(best, squaredDistanceToSegment(point, from, to))
    from = to
  }
  return best
}

function squaredDistanceToSegment(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const t =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length))
  return (point.x - a.x - t * dx) ** 2 + (point.y - a.y - t * dy) ** 2
}
