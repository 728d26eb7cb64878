/** Rows of nodes, one above the other, with few crossings between them: layers and years are drawn so. */
import { byKey, type LayoutNode } from './graph.ts'

const sweeps = 8

/**
 * Orders the nodes of each row by the mean position of their neighbours in other rows, to and fro (the barycentre
 * heuristic of Sugiyama, Tagawa and Toda, 1981).
 * @param neighbours keys of a node's neighbours
 * @returns the rows, each in its new order
 */
export function untangled<N extends LayoutNode>(
  rows: readonly (readonly N[])[],
  neighbours: (key: string) => readonly string[],
): N[][] {
  let ordered = rows.map((row) => [...row].sort((a, b) => b.papers - a.papers || byKey(a, b)))
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const position = new Map<string, number>()
    const note = (row: readonly N[]) => {
      for (const [i, { key }] of row.entries()) position.set(key, i - (row.length - 1) / 2)
    }
    ordered.forEach(note)
    const turn = sweep % 2 === 0 ? ordered : [...ordered].reverse()
    const sorted = turn.map((row) => {
      const middles = new Map(row.map(({ key }) => [key, middleOf(key, neighbours, position)]))
      const next = [...row].sort((a, b) => middles.get(a.key)! - middles.get(b.key)! || byKey(a, b))
      note(next)
      return next
    })
    ordered = sweep % 2 === 0 ? sorted : sorted.reverse()
  }
  return ordered
}

function middleOf(
  key: string,
  neighbours: (key: string) => readonly string[],
  position: ReadonlyMap<string, number>,
): number {
  const known = neighbours(key).flatMap((other) => position.get(other) ?? [])
  if (known.length === 0) return position.get(key) ?? 0
  return known.reduce((sum, at) => sum + at, 0) / known.length
}

/** Neighbours by key, in both directions, without the node itself. */
export function neighboursIn(
  edges: readonly { source: string; target: string }[],
): (key: string) => string[] {
  const neighbours = new Map<string, string[]>()
  const add = (from: string, to: string) => {
    const known = neighbours.get(from)
    if (known) known.push(to)
    else neighbours.set(from, [to])
  }
  for (const { source, target } of edges) {
    if (source === target) continue
    add(source, target)
    add(target, source)
  }
  return (key) => neighbours.get(key) ?? []
}
