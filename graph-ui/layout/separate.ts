/** Moves nodes apart until neither they nor their names overlap. */
import type { UndirectedGraph } from 'graphology'
import type { LayoutNode } from './graph.ts'
import { nodeRadius } from './radius.ts'

/** The room that a node needs around its place: its name stands to the right. */
export interface Box {
  left: number
  right: number
  /** Half of its height. */
  half: number
}

const widthOfLetter = 6.6
const longestName = 30
const margin = 3

export function nameBox({ type, name, papers }: LayoutNode): Box {
  const radius = nodeRadius(type, papers)
  const text = Math.min(longestName, name.length) * widthOfLetter
  return { left: radius + margin, right: radius + 5 + text + margin, half: Math.max(radius, 10) + margin }
}

/**
 * Overlapping nodes push each other away, along the axis on which they overlap the lesser part of themselves.
 * @param fixed nodes that stay: the other one goes the whole way
 */
export function separate(
  graph: UndirectedGraph,
  boxes: ReadonlyMap<string, Box>,
  rounds: number,
  fixed: ReadonlySet<string> = new Set(),
): void {
  const nodes = [...boxes].map(([key, box]) => {
    const { x, y } = graph.getNodeAttributes(key)
    return { key, x, y, gives: fixed.has(key) ? 0 : 1, ...box }
  })
  for (let round = 0; round < rounds; round++) {
    let moved = false
    for (let i = 0; i < nodes.length; i++) {
      for (let j = i + 1; j < nodes.length; j++) {
        const [a, b] = [nodes[i]!, nodes[j]!]
        const overX = Math.min(a.x + a.right, b.x + b.right) - Math.max(a.x - a.left, b.x - b.left)
        const overY = Math.min(a.y + a.half, b.y + b.half) - Math.max(a.y - a.half, b.y - b.half)
        const giving = a.gives + b.gives
        if (overX <= 0 || overY <= 0 || giving === 0) continue
        moved = true
        const wide = a.left + a.right + b.left + b.right
        if (overX / wide < overY / (2 * (a.half + b.half))) {
          const push = ((a.x <= b.x ? 1 : -1) * (overX + 0.5)) / giving
          a.x -= push * a.gives
          b.x += push * b.gives
        } else {
          const push = ((a.y <= b.y ? 1 : -1) * (overY + 0.5)) / giving
          a.y -= push * a.gives
          b.y += push * b.gives
        }
      }
    }
    if (!moved) break
  }
  for (const { key, x, y } of nodes) graph.mergeNodeAttributes(key, { x, y })
}
