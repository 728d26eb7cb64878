/** Brings sigma's graph to a view: what stays as it was is left alone, and great changes are made at once. */
import { MultiDirectedGraph } from 'graphology'
import type { View, ViewEdge, ViewNodeType } from '../../api/contract.ts'
import { nodeRadius, paperShare } from '../../layout/radius.ts'
import { relationName } from '../relation-names.ts'
import { isLarge } from './size-class.ts'

export interface NodeAttributes {
  x: number
  y: number
  /** Radius by papers. */
  size: number
  label: string
  nodeType: ViewNodeType
  community: number | null
}
export interface EdgeAttributes {
  /** Width by papers. */
  size: number
  label: string
  relation: string
  /** 0 is straight; edges between the same two nodes are bent apart. */
  curvature: number
}
export type CanvasGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>

const longestLabel = 44
/** Above this a new graph is made faster than the old one is changed. */
const mostChanges = 200

/**
 * Changes the graph where little has changed and nothing was dropped: sigma reads all of it anew for every node that
 * is dropped. It is not told of a node that is the same.
 * @returns the graph, or another one in its place
 */
export function synchronise(graph: CanvasGraph, view: View): { graph: CanvasGraph; isChanged: boolean } {
  const nodes = attributesOfNodes(view)
  const edges = attributesOfEdges(view)
  const freshNodes = view.nodes.filter(({ key }) => !graph.hasNode(key))
  const freshEdges = view.edges.filter(({ key }) => !graph.hasEdge(key))
  const isDropped =
    graph.order + freshNodes.length > nodes.size || graph.size + freshEdges.length > edges.size
  const changedNodes = view.nodes.filter(
    ({ key }) => graph.hasNode(key) && !isSame(graph.getNodeAttributes(key), nodes.get(key)!),
  )
  const changedEdges = view.edges.filter(
    ({ key }) => graph.hasEdge(key) && !isSame(graph.getEdgeAttributes(key), edges.get(key)!),
  )
  const changes = freshNodes.length + freshEdges.length + changedNodes.length + changedEdges.length
  if (isDropped || changes > mostChanges) return { graph: graphOf(view, nodes, edges), isChanged: true }
  for (const { key } of freshNodes) graph.addNode(key, nodes.get(key)!)
  for (const { key } of changedNodes) graph.mergeNodeAttributes(key, nodes.get(key)!)
  for (const { key, source, target } of freshEdges) graph.addEdgeWithKey(key, source, target, edges.get(key)!)
  for (const { key } of changedEdges) graph.mergeEdgeAttributes(key, edges.get(key)!)
  return { graph, isChanged: changes > 0 }
}

function graphOf(
  view: View,
  nodes: ReadonlyMap<string, NodeAttributes>,
  edges: ReadonlyMap<string, EdgeAttributes>,
): CanvasGraph {
  const graph: CanvasGraph = new MultiDirectedGraph()
  for (const [key, attributes] of nodes) graph.addNode(key, attributes)
  for (const { key, source, target } of view.edges) graph.addEdgeWithKey(key, source, target, edges.get(key)!)
  return graph
}

function attributesOfNodes({ nodes }: View): Map<string, NodeAttributes> {
  const share = paperShare(nodes)
  return new Map(
    nodes.map(({ key, x, y, type, name, papers, community }) => {
      const label = name.length > longestLabel ? `${name.slice(0, longestLabel - 1)}…` : name
      return [key, { x, y, size: nodeRadius(type, papers * share), label, nodeType: type, community }]
    }),
  )
}

function attributesOfEdges({ nodes, edges }: View): Map<string, EdgeAttributes> {
  // Edges of large pictures are plain lines.
  const bends = isLarge(nodes.length, edges.length) ? new Map<string, number>() : curvatures(edges)
  return new Map(
    edges.map(({ key, type, papers }) => {
      const size = Math.min(6, 1.4 + 0.8 * Math.log2(Math.max(1, papers)))
      return [key, { size, label: relationName(type), relation: type, curvature: bends.get(key) ?? 0 }]
    }),
  )
}

function isSame<T extends object>(a: T, b: T): boolean {
  return (Object.keys(b) as (keyof T)[]).every((name) => a[name] === b[name])
}

/** Edges between the same two nodes fan out to both sides of the line between them. */
function curvatures(edges: readonly ViewEdge[]): Map<string, number> {
  const pairs = new Map<string, ViewEdge[]>()
  for (const edge of edges) {
    const { source, target } = edge
    const pair = source < target ? `${source}\n${target}` : `${target}\n${source}`
    const parallel = pairs.get(pair)
    if (parallel) parallel.push(edge)
    else pairs.set(pair, [edge])
  }
  const bends = new Map<string, number>()
  for (const parallel of pairs.values()) {
    if (parallel.length === 1) continue
    parallel.forEach((edge, i) => {
      const bend = (i - (parallel.length - 1) / 2) * 0.32
      bends.set(edge.key, edge.source < edge.target ? bend : -bend)
    })
  }
  return bends
}
