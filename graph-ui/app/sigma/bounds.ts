/** The part of the plane that a picture fills. */

export interface Bounds {
  x: [number, number]
  y: [number, number]
}

/** Few nodes do not fill the screen: they would look lost in their own size. */
const least = { width: 420, height: 360 }
/** Room for names and regions around the outermost nodes. */
const margin = 56

/** @param nodes any number of them, none included */
export function boundsOf(nodes: readonly { x: number; y: number }[]): Bounds {
  const [x, y] = [emptyRange(), emptyRange()]
  for (const node of nodes) {
    widen(x, node.x)
    widen(y, node.y)
  }
  return { x: withRoom(x, least.width), y: withRoom(y, least.height) }
}

function emptyRange(): [number, number] {
  return [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
}

function widen(range: [number, number], value: number): void {
  if (value < range[0]) range[0] = value
  if (value > range[1]) range[1] = value
}

function withRoom([low, high]: [number, number], smallest: number): [number, number] {
  if (low > high) return [-smallest / 2, smallest / 2]
  const missing = Math.max(0, smallest - (high - low)) / 2
  return [low - missing - margin, high + missing + margin]
}

export function isSameBounds(a: Bounds, b: Bounds | null): boolean {
  const corners = (bounds: Bounds) => [...bounds.x, ...bounds.y]
  return b !== null && corners(a).every((corner, i) => corner === corners(b)[i])
}

/** How much smaller than meant nodes have to be where a picture is squeezed into a small window: 0.5 to 1. */
export function shrinkFor(bounds: Bounds, window: { width: number; height: number }): number {
  const scale = Math.min(
    window.width / (bounds.x[1] - bounds.x[0]),
    window.height / (bounds.y[1] - bounds.y[0]),
  )
  return Math.min(1, Math.max(0.5, scale ** 0.35))
}
