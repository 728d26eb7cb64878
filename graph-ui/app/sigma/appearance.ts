/** From what a node or edge means to how it looks, given what the person points at. */
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import { relationColour, surface, type Theme, typeColour } from '../palette.ts'
import type { CanvasGraph, EdgeAttributes, NodeAttributes } from './synchronise.ts'

/** What stands out. */
export interface Emphasis {
  theme: Theme
  hoveredNode: string | null
  hoveredEdge: string | null
  selectedNode: string | null
  /** The node around which all is dimmed as long as nothing else stands out. */
  focusedNode: string | null
  selectedEdge: string | null
  /** With many edges the quiet ones lose their colour. */
  crowded: boolean
  /** Pictures that are squeezed into a small window have smaller nodes. */
  shrink: number
}

export const noEmphasis: Omit<Emphasis, 'theme'> = {
  hoveredNode: null,
  hoveredEdge: null,
  selectedNode: null,
  focusedNode: null,
  selectedEdge: null,
  crowded: false,
  shrink: 1,
}

/** A node with more edges than this, fewer in a small window, shows them without their names. */
const mostNamedEdges = 24

export function drawNode(
  graph: CanvasGraph,
  key: string,
  { nodeType, ...attributes }: NodeAttributes,
  emphasis: Emphasis,
): Partial<NodeDisplayData> & { quiet: boolean; plate: 'left' | 'right' } {
  const { theme } = emphasis
  const near = nearness(graph, key, emphasis)
  const active = near === 'active'
  return {
    ...attributes,
    size: attributes.size * emphasis.shrink,
    type: 'circle',
    color: near === 'far' ? mix(typeColour(theme, nodeType), theme, 0.35) : typeColour(theme, nodeType),
    quiet: near === 'far',
    highlighted: active,
    forceLabel: active || (near === 'near' && hasFewNeighbours(graph, emphasis)),
    plate: plateSide(graph, key, emphasis),
    zIndex: near === 'far' ? 0 : active ? 2 : 1,
  }
}

/** The plates of an edge's two ends stand on the sides that look away from each other. */
function plateSide(graph: CanvasGraph, key: string, emphasis: Emphasis): 'left' | 'right' {
  const edge = emphasis.hoveredEdge ?? emphasis.selectedEdge
  if (edge === null || !graph.hasEdge(edge) || !graph.hasExtremity(edge, key)) return 'right'
  const other = graph.opposite(key, edge)
  return graph.getNodeAttribute(key, 'x') < graph.getNodeAttribute(other, 'x') ? 'left' : 'right'
}

export function drawEdge(
  graph: CanvasGraph,
  key: string,
  { relation, ...attributes }: EdgeAttributes,
  emphasis: Emphasis,
): Partial<EdgeDisplayData> & { curvature: number } {
  const { theme, hoveredEdge, selectedEdge, crowded } = emphasis
  const type = attributes.curvature === 0 ? 'arrow' : 'curvedArrow'
  const focus = centreOf(emphasis)
  const [source, target] = graph.extremities(key)
  const active = key === hoveredEdge || key === selectedEdge
  const atFocus = focus !== null && graph.hasNode(focus) && (source === focus || target === focus)
  const something = hoveredEdge !== null || selectedEdge !== null || (focus !== null && graph.hasNode(focus))
  if (active || (atFocus && selectedEdge === null)) {
    const named = active || graph.degree(focus ?? source) <= mostNamedEdges * emphasis.shrink ** 3
    return {
      ...attributes,
      type,
      color: relationColour(theme, relation),
      // Around a hub the names of relations would cover each other; colours and the list tell them.
      label: named ? attributes.label : '',
      size: attributes.size + (active ? 1.6 : 0.5),
      forceLabel: named,
      zIndex: active ? 3 : 2,
    }
  }
  const strength = something ? 0.2 : crowded ? 0.4 : 0.55
  return {
    ...attributes,
    type,
    label: '',
    color: mix(crowded ? surface(theme).muted : relationColour(theme, relation), theme, strength),
    zIndex: something ? 0 : 1,
  }
}

type Nearness = 'active' | 'near' | 'far' | 'neutral'

function nearness(graph: CanvasGraph, key: string, emphasis: Emphasis): Nearness {
  const edge = emphasis.hoveredEdge ?? emphasis.selectedEdge
  const focus = centreOf(emphasis)
  if (key === emphasis.hoveredNode || key === emphasis.selectedNode || key === focus) return 'active'
  if (edge !== null && graph.hasEdge(edge) && emphasis.hoveredNode === null) {
    return graph.hasExtremity(edge, key) ? 'active' : emphasis.selectedEdge ? 'far' : 'neutral'
  }
  if (focus === null || !graph.hasNode(focus)) return 'neutral'
  return graph.areNeighbors(focus, key) ? 'near' : 'far'
}

/** The node whose neighbours stand out. */
function centreOf({ hoveredNode, focusedNode, selectedNode }: Emphasis): string | null {
  return hoveredNode ?? focusedNode ?? selectedNode
}

function hasFewNeighbours(graph: CanvasGraph, emphasis: Emphasis): boolean {
  const focus = centreOf(emphasis)
  return focus !== null && graph.hasNode(focus) && graph.degree(focus) <= 24
}

const mixed = new Map<string, string>()

/** A colour on its way to the background: 1 is the colour itself. */
export function mix(colour: string, theme: Theme, share: number): string {
  const name = `${theme} ${colour} ${share}`
  const known = mixed.get(name)
  if (known !== undefined) return known
  const background = surface(theme).canvas
  const channel = (hex: string, i: number) => Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16)
  const channels = [0, 1, 2].map((i) =>
    Math.round(share * channel(colour, i) + (1 - share) * channel(background, i))
      .toString(16)
      .padStart(2, '0'),
  )
  const result = `#${channels.join('')}`
  mixed.set(name, result)
  return result
}
