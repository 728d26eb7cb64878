import type { LayoutNode, Places } from './graph.ts'

/** Distance between neighbouring nodes. */
export const sunflowerDistance = 62

/** Point of a sunflower; neighbouring ones are all about one unit apart. */
export function sunflowerPoint(i: number): { x: number; y: number } {
  const angle = i * Math.PI * (3 - Math.sqrt(5))
  const radius = 0.6 * Math.sqrt(i + 0.5)
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}

/** Places of nodes in their order, from the middle outwards: at once, however many there are. */
export function sunflower(nodes: readonly LayoutNode[]): Places {
  return new Map(
    nodes.map(({ key }, i) => {
      const { x, y } = sunflowerPoint(i)
      return [
        key,
        {
          x: Math.round(x * sunflowerDistance * 100) / 100,
          y: Math.round(y * sunflowerDistance * 100) / 100,
        },
      ]
    }),
  )
}
