/** Heights for nodes whose places from left to right are given: near to what they are linked to, none over another. */
import { byKey } from './graph.ts'
import type { Box } from './separate.ts'

/** A node that stands at `x`, with the room that it needs around it. */
export interface Standing extends Box {
  key: string
  x: number
}

export interface Pull {
  /** Key of the other node. */
  to: string
  weight: number
}

const sweeps = 12

/**
 * Draws each node to the height of those it is linked to, and moves apart what comes to cover each other, up and down
 * alone.
 * @param start heights to begin from: they tell which of two nodes stands above the other
 * @param pullsOf what a node is linked to
 */
export function lanes(
  nodes: readonly Standing[],
  start: ReadonlyMap<string, number>,
  pullsOf: (key: string) => readonly Pull[],
): Map<string, number> {
  let heights = apart(nodes, start)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const drawn = new Map(nodes.map(({ key }) => [key, drawnTo(key, heights, pullsOf(key))]))
    heights = apart(nodes, drawn)
  }
  return heights
}

/** Halfway to the mean of the others. */
function drawnTo(key: string, heights: ReadonlyMap<string, number>, pulls: readonly Pull[]): number {
  const own = heights.get(key)!
  let [sum, weights] = [0, 0]
  for (const { to, weight } of pulls) {
    sum += weight * (heights.get(to) ?? own)
    weights += weight
  }
  return weights === 0 ? own : (own + sum / weights) / 2
}

/**
 * Heights near to those wished for, in the same order, at which no boxes overlap. Moving all upwards that are in the
 * way gives such heights, moving them downwards others; between both lie those that move the least to one side.
 */
function apart(nodes: readonly Standing[], wished: ReadonlyMap<string, number>): Map<string, number> {
  const order = [...nodes].sort((a, b) => wished.get(a.key)! - wished.get(b.key)! || byKey(a, b))
  const up = pushed(order, (key) => wished.get(key)!)
  const down = pushed([...order].reverse(), (key) => -wished.get(key)!)
  return new Map(order.map(({ key }) => [key, (up.get(key)! - down.get(key)!) / 2]))
}

/** Each as high as wished, or as much higher as those before it ask for. */
function pushed(order: readonly Standing[], wishOf: (key: string) => number): Map<string, number> {
  const heights = new Map<string, number>()
  order.forEach((node, i) => {
    let height = wishOf(node.key)
    for (const other of order.slice(0, i)) {
      if (meet(node, other)) height = Math.max(height, heights.get(other.key)! + other.half + node.half)
    }
    heights.set(node.key, height)
  })
  return heights
}

/** Whether one would cover the other at the same height. */
function meet(a: Standing, b: Standing): boolean {
  return a.x - a.left < b.x + b.right && b.x - b.left < a.x + a.right
}
