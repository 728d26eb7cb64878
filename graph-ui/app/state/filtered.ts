/** The part of a picture that its filters leave, and the counts beside the filters. */
import type { View, ViewEdge, ViewNode, ViewNodeType } from '../../api/contract.ts'
import type { Picture } from './picture.ts'

export interface Counted<T> {
  value: T
  count: number
}

export function filteredView(picture: Picture): View {
  const kept = new Set<string>()
  const nodes: ViewNode[] = []
  for (const node of picture.nodes.values()) {
    if (picture.hidden.has(node.key) || picture.withoutTypes.has(node.type)) continue
    kept.add(node.key)
    nodes.push(node)
  }
  const edges: ViewEdge[] = []
  for (const edge of picture.edges.values()) {
    if (picture.withoutRelations.has(edge.type)) continue
    if (kept.has(edge.source) && kept.has(edge.target)) edges.push(edge)
  }
  return { nodes, edges }
}

/** Types in the picture, whether shown or not. */
export function countTypes(picture: Picture): Counted<ViewNodeType>[] {
  return tally([...picture.nodes.values()].map((node) => node.type))
}

/** Relations in the picture, whether shown or not. */
export function countRelations(picture: Picture): Counted<string>[] {
  return tally([...picture.edges.values()].map((edge) => edge.type))
}

/** How many neighbours of a node along some relations the picture has, whether shown or not. */
export function countNeighbours(picture: Picture, key: string, types: readonly string[]): number {
  const others = new Set<string>()
  for (const { source, target, type } of picture.edges.values()) {
    if (!types.includes(type) || source === target) continue
    if (source === key) others.add(target)
    else if (target === key) others.add(source)
  }
  return others.size
}

export function isFiltered(picture: Picture): boolean {
  return picture.hidden.size + picture.withoutTypes.size + picture.withoutRelations.size > 0
}

/** How often each value stands there, the most frequent first. */
export function tally<T extends string>(values: T[]): Counted<T>[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
