/** Distance between neighbouring nodes. */
export const sunflowerDistance = 62

/** Point of a sunflower; neighbouring ones are all about one unit apart. */
export function sunflowerPoint(i: number): { x: number; y: number } {
  const angle = i * Math.PI * (3 - Math.sqrt(5))
  const radius = 0.6 * Math.sqrt(i + 0.5)
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}
