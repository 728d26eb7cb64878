/** What is based on something stands below it: the layered drawing of Sugiyama, Tagawa and Toda (1981). */
import { byKey, type LayoutNode, type Places, type TypedEdge } from './graph.ts'
import { neighboursIn, untangled } from './rows.ts'

/** Their source comes from their target: the newer from the older, the part and the kind from the whole. */
export const lineage: ReadonlySet<string> = new Set(['BASED_ON', 'SUBCLASS_OF', 'PART_OF', 'SUBTASK_OF'])
const rowHeight = 110
const columnWidth = 150
const mostInRow = 16

export function layers(view: { nodes: readonly LayoutNode[]; edges: readonly TypedEdge[] }): Places {
  const nodes = [...view.nodes].sort(byKey)
  const known = new Set(nodes.map(({ key }) => key))
  const edges = [...view.edges]
    .sort(byKey)
    .filter(({ source, target }) => known.has(source) && known.has(target))
  const parents = withoutCycles(
    nodes.map(({ key }) => key),
    edges.filter(({ type, source, target }) => lineage.has(type) && source !== target),
  )
  const depths = depthsOf(
    nodes.map(({ key }) => key),
    parents,
  )
  const related = new Set([...parents].flatMap(([key, above]) => (above.length > 0 ? [key, ...above] : [])))
  const byDepth: LayoutNode[][] = []
  for (const node of nodes) {
    if (!related.has(node.key)) continue
    const depth = depths.get(node.key) ?? 0
    while (byDepth.length <= depth) byDepth.push([])
    byDepth[depth]!.push(node)
  }
  const rest = nodes.filter(({ key }) => !related.has(key))
  const rows = untangled(
    [...byDepth, rest].filter((row) => row.length > 0),
    neighboursIn(edges),
  )
  const places: Places = new Map()
  let y = 0
  for (const row of rows) {
    for (let start = 0; start < row.length; start += mostInRow) {
      const line = row.slice(start, start + mostInRow)
      for (const [i, { key }] of line.entries()) {
        places.set(key, { x: (i - (line.length - 1) / 2) * columnWidth, y: -y })
      }
      y += start + mostInRow < row.length ? rowHeight / 2 : rowHeight
    }
  }
  return places
}

/** The targets of each node along edges that close no cycle, which are found depth first in the order of keys. */
function withoutCycles(keys: readonly string[], edges: readonly TypedEdge[]): Map<string, string[]> {
  const targets = new Map<string, string[]>(keys.map((key) => [key, []]))
  for (const { source, target } of edges) targets.get(source)!.push(target)
  const kept = new Map<string, string[]>(keys.map((key) => [key, []]))
  const state = new Map<string, 'open' | 'closed'>()
  for (const first of keys) {
    const stack = [{ key: first, next: 0 }]
    if (state.has(first)) continue
    state.set(first, 'open')
    while (stack.length > 0) {
      const at = stack.at(-1)!
      const target = targets.get(at.key)![at.next++]
      if (target === undefined) {
        state.set(at.key, 'closed')
        stack.pop()
      } else if (state.get(target) !== 'open') {
        kept.get(at.key)!.push(target)
        if (state.get(target) === undefined) {
          state.set(target, 'open')
          stack.push({ key: target, next: 0 })
        }
      }
    }
  }
  return kept
}

/** How many generations stand above each node at most. */
function depthsOf(
  keys: readonly string[],
  parents: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const depths = new Map<string, number>()
  for (const first of keys) {
    const stack = [first]
    while (stack.length > 0) {
      const key = stack.at(-1)!
      const above = parents.get(key)!
      const open = above.filter((parent) => !depths.has(parent))
      if (open.length > 0) {
        stack.push(...open)
        continue
      }
      depths.set(key, Math.max(-1, ...above.map((parent) => depths.get(parent)!)) + 1)
      stack.pop()
    }
  }
  return depths
}
