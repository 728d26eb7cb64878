/** All nodes on one circle: what belongs together stands side by side. */
import { byKey, type LayoutGraph, type LayoutNode, type Places } from './graph.ts'
import { nodeRadius } from './radius.ts'

const gap = 16

/**
 * @param groupOf the group of a node; groups stand in the order of their numbers, nodes without one last
 * @returns places around 0, the first group to the right and on clockwise
 */
export function circle({ nodes }: LayoutGraph, groupOf: (node: LayoutNode) => number | null): Places {
  const last = Number.MAX_SAFE_INTEGER
  const order = [...nodes].sort(
    (a, b) => (groupOf(a) ?? last) - (groupOf(b) ?? last) || b.papers - a.papers || byKey(a, b),
  )
  const widths = order.map(({ type, papers }) => 2 * nodeRadius(type, papers) + gap)
  const length = Math.max(
    240,
    widths.reduce((sum, width) => sum + width, 0),
  )
  const radius = length / (2 * Math.PI)
  const places: Places = new Map()
  let along = 0
  order.forEach(({ key }, i) => {
    const angle = (2 * Math.PI * (along + widths[i]! / 2)) / length
    along += widths[i]!
    places.set(key, { x: round(radius * Math.cos(angle)), y: round(-radius * Math.sin(angle)) })
  })
  return places
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
