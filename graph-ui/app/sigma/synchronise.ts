/** Brings sigma's graph to a view with as few changes as there are differences. */
import type { MultiDirectedGraph } from 'graphology'
import type { View, ViewEdge, ViewNodeType } from '../../api/contract.ts'
import { evenRadius, nodeRadius, paperShare, shareRadius } from '../../layout/radius.ts'
import { relationName } from '../relation-names.ts'
import type { Appearance } from '../state/picture.ts'

export interface NodeAttributes {
  x: number
  y: number
  size: number
  label: string
  nodeType: ViewNodeType
  community: number | null
}
export interface EdgeAttributes {
  size: number
  label: string
  relation: string
  /** 0 is straight; edges between the same two nodes are bent apart. */
  curvature: number
}
export type CanvasGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>

const longestLabel = 44

/** @param sizes how much each node has of what sizes stand for, from 0 to 1; null where that is papers, or nothing */
export function synchronise(
  graph: CanvasGraph,
  view: View,
  appearance: Appearance,
  sizes: ReadonlyMap<string, number> | null,
): void {
  const nodes = new Set(view.nodes.map((node) => node.key))
  const edges = new Set(view.edges.map((edge) => edge.key))
  graph.forEachEdge((key) => {
    if (!edges.has(key)) graph.dropEdge(key)
  })
  graph.forEachNode((key) => {
    if (!nodes.has(key)) graph.dropNode(key)
  })
  const share = paperShare(view.nodes)
  for (const { key, x, y, type, name, papers, community } of view.nodes) {
    const size =
      sizes !== null
        ? shareRadius(sizes.get(key) ?? 0)
        : appearance.size === 'same'
          ? evenRadius
          : nodeRadius(type, papers * share)
    const label = name.length > longestLabel ? `${name.slice(0, longestLabel - 1)}…` : name
    graph.mergeNode(key, { x, y, size, label, nodeType: type, community })
  }
  const bends = curvatures(view.edges)
  for (const { key, source, target, type, papers } of view.edges) {
    const attributes = {
      size: appearance.edgeWidth === 'same' ? 1.6 : Math.min(6, 1.4 + 0.8 * Math.log2(Math.max(1, papers))),
      label: relationName(type),
      relation: type,
      curvature: bends.get(key) ?? 0,
    }
    if (graph.hasEdge(key)) graph.mergeEdgeAttributes(key, attributes)
    else graph.addEdgeWithKey(key, source, target, attributes)
  }
}

/** Edges between the same two nodes fan out to both sides of the line between them. */
function curvatures(edges: readonly ViewEdge[]): Map<string, number> {
  const pairs = new Map<string, ViewEdge[]>()
  for (const edge of edges) {
    const pair = JSON.stringify([edge.source, edge.target].sort())
    pairs.set(pair, [...(pairs.get(pair) ?? []), edge])
  }
  const bends = new Map<string, number>()
  for (const parallel of pairs.values()) {
    parallel.forEach((edge, i) => {
      const bend = (i - (parallel.length - 1) / 2) * 0.32
      bends.set(edge.key, edge.source < edge.target ? bend : -bend)
    })
  }
  return bends
}
