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
  const range = (values: number[], smallest: number): [number, number] => {
    if (values.length === 0) return [-smallest / 2, smallest / 2]
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const missing = Math.max(0, smallest - (high - low)) / 2
    return [low - missing - margin, high + missing + margin]
  }
  return {
    x: range(
      nodes.map((node) => node.x),
      least.width,
    ),
    y: range(
      nodes.map((node) => node.y),
      least.height,
    ),
  }
}

/** How much smaller than meant nodes have to be where a picture is squeezed into a small window: 0.5 to 1. */
export function shrinkFor(bounds: Bounds, window: { width: number; height: number }): number {
  const scale = Math.min(
    window.width / (bounds.x[1] - bounds.x[0]),
    window.height / (bounds.y[1] - bounds.y[0]),
  )
  return Math.min(1, Math.max(0.5, scale ** 0.35))
}
