/** The part of the plane that a picture fills. */

interface Bounds {
  x: [number, number]
  y: [number, number]
}

/** Few nodes do not fill the screen: they would look lost in their own size. */
const least = { width: 760, height: 520 }

/** @param nodes any number of them, none included */
export function boundsOf(nodes: readonly { x: number; y: number }[]): Bounds {
  const range = (values: number[], smallest: number): [number, number] => {
    if (values.length === 0) return [-smallest / 2, smallest / 2]
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const missing = Math.max(0, smallest - (high - low)) / 2
    return [low - missing, high + missing]
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
