/** Brings sigma's graph to a view: what stays as it was is left alone. */
import { MultiDirectedGraph } from 'graphology'
import type { View, ViewEdge, ViewNode, ViewNodeType } from '../../api/contract.ts'
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

/** What looks otherwise than before, by its key. */
interface Changed {
  nodes: string[]
  edges: string[]
}

const longestLabel = 44

/** A graph of nothing but a view. */
export function graphOf(view: View): CanvasGraph {
  const graph: CanvasGraph = new MultiDirectedGraph()
  synchronise(graph, view)
  return graph
}

/** What a graph was made from last. */
interface Synchronised {
  view: View
  share: number
  isStraight: boolean
}

const lastOf = new WeakMap<CanvasGraph, Synchronised>()

/**
 * Adds to a graph what it lacks of a view, and drops what the view has not.
 * @returns what it had and has otherwise now; null where all of it is as it was
 */
export function synchronise(graph: CanvasGraph, view: View): Changed | null {
  const changed: Changed = { nodes: [], edges: [] }
  let added = 0
  const before = lastOf.get(graph)
  const share = paperShare(view.nodes)
  // Edges of large pictures are plain lines.
  const isStraight = isLarge(view.nodes.length, view.edges.length)
  // What grows keeps its beginning, and that need not be looked at again.
  const isKnownNode = (node: ViewNode, i: number) =>
    before?.share === share && before.view.nodes[i] === node && isAt(graph, node)
  const isKnownEdge = (edge: ViewEdge, i: number) =>
    isStraight && before?.isStraight === true && before.view.edges[i] === edge
  view.nodes.forEach((node, i) => {
    if (isKnownNode(node, i)) return
    const { key } = node
    const attributes = attributesOfNode(node, share)
    if (!graph.hasNode(key)) {
      graph.addNode(key, attributes)
      added++
    } else if (!isSame(graph.getNodeAttributes(key), attributes)) {
      graph.mergeNodeAttributes(key, attributes)
      changed.nodes.push(key)
    }
  })
  const bends = isStraight ? new Map<string, number>() : curvatures(view.edges)
  view.edges.forEach((edge, i) => {
    if (isKnownEdge(edge, i)) return
    const { key } = edge
    const attributes = attributesOfEdge(edge, bends.get(key) ?? 0)
    if (!graph.hasEdge(key)) {
      graph.addEdgeWithKey(key, edge.source, edge.target, attributes)
      added++
    } else if (!isSame(graph.getEdgeAttributes(key), attributes)) {
      graph.mergeEdgeAttributes(key, attributes)
      changed.edges.push(key)
    }
  })
  const dropped = dropOthers(graph, view)
  lastOf.set(graph, { view, share, isStraight })
  return added + dropped + changed.nodes.length + changed.edges.length === 0 ? null : changed
}

/** It may have been moved on the screen alone. */
function isAt(graph: CanvasGraph, { key, x, y }: ViewNode): boolean {
  const at = graph.getNodeAttributes(key)
  return at.x === x && at.y === y
}

/** @returns how many nodes and edges it has dropped */
function dropOthers(graph: CanvasGraph, { nodes, edges }: View): number {
  const before = graph.order + graph.size
  if (graph.order > nodes.length) {
    const keys = new Set(nodes.map(({ key }) => key))
    for (const key of graph.nodes()) if (!keys.has(key)) graph.dropNode(key)
  }
  if (graph.size > edges.length) {
    const keys = new Set(edges.map(({ key }) => key))
    for (const key of graph.edges()) if (!keys.has(key)) graph.dropEdge(key)
  }
  return before - graph.order - graph.size
}

function attributesOfNode({ x, y, type, name, papers, community }: ViewNode, share: number): NodeAttributes {
  const label = name.length > longestLabel ? `${name.slice(0, longestLabel - 1)}…` : name
  return { x, y, size: nodeRadius(type, papers * share), label, nodeType: type, community }
}

function attributesOfEdge({ type, papers }: ViewEdge, curvature: number): EdgeAttributes {
  const size = Math.min(6, 1.4 + 0.8 * Math.log2(Math.max(1, papers)))
  return { size, label: relationName(type), relation: type, curvature }
}

function isSame<T extends object>(a: T, b: T): boolean {
  for (const name in b) if (a[name] !== b[name]) return false
  return true
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
