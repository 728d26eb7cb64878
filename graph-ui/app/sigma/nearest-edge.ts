/** Finds the edge that a person means who points near it. */
import { type Point, squaredDistanceToEdge } from './edge-geometry.ts'
import { type Renderer, unitLength } from './plane.ts'

/** How near to an edge the pointer has to be, in pixels: edges are thinner than fingers. */
const reach = 7

/** @param pointer in pixels of the window */
export function nearestEdge(sigma: Renderer, pointer: Point): string | null {
  const point = sigma.viewportToGraph(pointer)
  const farthest = reach / unitLength(sigma)
  let best: string | null = null
  let least = farthest ** 2
  sigma.getGraph().forEachEdge((key, { curvature }, _, __, a, b) => {
    const bend = Math.abs(curvature) * (Math.abs(a.x - b.x) + Math.abs(a.y - b.y)) + farthest
    if (point.x < Math.min(a.x, b.x) - bend || point.x > Math.max(a.x, b.x) + bend) return
    if (point.y < Math.min(a.y, b.y) - bend || point.y > Math.max(a.y, b.y) + bend) return
    // Curves are those of the window, where y grows downwards.
    const distance = squaredDistanceToEdge(point, a, b, -curvature)
    if (distance > least) return
    best = key
    least = distance
  })
  return best
}
