/** What stands out of the picture: what is pointed at or selected, and what belongs to it. */
import type { CanvasGraph } from './synchronise.ts'

export interface Emphasis {
  hoveredNode: string | null
  hoveredEdge: string | null
  selectedNodes: readonly string[]
  selectedEdge: string | null
  /** The node around which all but the neighbours stay dimmed. */
  focus: string | null
}

export const noEmphasis: Emphasis = {
  hoveredNode: null,
  hoveredEdge: null,
  selectedNodes: [],
  selectedEdge: null,
  focus: null,
}

/** An edge that stands out. */
export interface StrongEdge {
  key: string
  /** Whether it is the one meant, not one of those of a node that is meant. */
  isMain: boolean
  isNamed: boolean
}

export interface Figure {
  /** Whether all the rest is dimmed. */
  dims: boolean
  /** Nodes that are meant. */
  active: ReadonlySet<string>
  /** Those of them that have rings. */
  ringed: ReadonlySet<string>
  /** The nodes that are selected where they are too many for rings: the same list until others are. */
  crowd: readonly string[]
  /** Those of them whose names stand on plates. */
  plates: ReadonlySet<string>
  /** Nodes that belong to them. */
  near: ReadonlySet<string>
  nearAreNamed: boolean
  edges: readonly StrongEdge[]
}

const none: readonly string[] = []
/** A node with more edges than this, fewer in a small window, shows them without their names. */
const mostNamedEdges = 12
const mostNamedNeighbours = 24
const mostPlates = 12
/** More nodes than these have no rings, which would only cover each other. */
const mostRings = 400
/** More neighbours than these are not told apart. */
const mostNeighbours = 400

/**
 * Takes as long as the nodes that are meant have edges.
 * @param shrink how much smaller than meant nodes are drawn
 * @returns null where nothing stands out
 */
export function figureOf(graph: CanvasGraph, emphasis: Emphasis, shrink: number): Figure | null {
  const present = (key: string | null) => (key !== null && graph.hasNode(key) ? key : null)
  const hovered = present(emphasis.hoveredNode)
  const selected = emphasis.selectedNodes.filter((key) => graph.hasNode(key))
  const edge = mainEdge(graph, emphasis, hovered)
  const focus = present(emphasis.focus)
  const centre = hovered ?? focus ?? (selected.length === 1 ? selected[0]! : null)
  const ends = edge === null ? [] : graph.extremities(edge)
  const active = new Set([hovered, focus, ...ends, ...selected].filter((key) => key !== null))
  const isSelectedEdge = edge !== null && edge === emphasis.selectedEdge
  const dims = centre !== null || selected.length > 0 || isSelectedEdge
  if (!dims && edge === null) return null
  const around = centre === null ? [] : strongestEdges(graph, centre)
  const areNamed = around.length <= mostNamedEdges * shrink ** 3
  const edges: StrongEdge[] = around.map((key) => ({ key, isMain: false, isNamed: areNamed }))
  const near = new Set(around.map((key) => graph.opposite(centre!, key)))
  if (centre !== null) near.add(centre)
  if (centre === null && selected.length > 1) edges.push(...edgesAmong(graph, selected))
  const others = edges.filter(({ key }) => key !== edge)
  const pointedAt = new Set(hovered === null ? [] : [hovered])
  return {
    dims,
    active,
    ringed: active.size <= mostRings ? active : pointedAt,
    crowd: active.size <= mostRings ? none : emphasis.selectedNodes,
    plates: active.size <= mostPlates ? active : pointedAt,
    near,
    nearAreNamed: near.size <= mostNamedNeighbours,
    edges: edge === null ? others : [...others, { key: edge, isMain: true, isNamed: true }],
  }
}

/** The edge that is pointed at, or the one selected while nothing else is pointed at. */
function mainEdge(graph: CanvasGraph, emphasis: Emphasis, hoveredNode: string | null): string | null {
  const { hoveredEdge, selectedEdge } = emphasis
  if (hoveredNode !== null) return null
  if (hoveredEdge !== null && graph.hasEdge(hoveredEdge)) return hoveredEdge
  return selectedEdge !== null && graph.hasEdge(selectedEdge) ? selectedEdge : null
}

function strongestEdges(graph: CanvasGraph, node: string): string[] {
  const edges = graph.edges(node)
  if (edges.length <= mostNeighbours) return edges
  const size = (key: string) => graph.getEdgeAttribute(key, 'size')
  return edges.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1)).slice(0, mostNeighbours)
}

function edgesAmong(graph: CanvasGraph, nodes: readonly string[]): StrongEdge[] {
  const chosen = new Set(nodes)
  const among: StrongEdge[] = []
  for (const node of nodes) {
    graph.forEachOutEdge(node, (key, _, __, target) => {
      if (chosen.has(target)) among.push({ key, isMain: false, isNamed: false })
    })
    if (among.length >= mostNeighbours) break
  }
  return among.length <= mostNamedEdges ? among.map((edge) => ({ ...edge, isNamed: true })) : among
}

/** The plates of an edge's two ends stand on the sides that look away from each other. */
export function plateSide(graph: CanvasGraph, key: string, { edges }: Figure): 'left' | 'right' {
  const edge = edges.find(({ isMain }) => isMain)?.key
  if (edge === undefined || !graph.hasExtremity(edge, key)) return 'right'
  const other = graph.opposite(key, edge)
  return graph.getNodeAttribute(key, 'x') < graph.getNodeAttribute(other, 'x') ? 'left' : 'right'
}
