/** Places for the nodes of a whole picture. No randomness: the same graph always gets the same places. */
import { UndirectedGraph } from 'graphology'
import { applyForces, edgeWeight, removeOverlaps } from './forces.ts'
import { byKey, type LayoutGraph, type Places } from './graph.ts'
import { nodeRadius } from './radius.ts'
import { type Box, nameBox } from './separate.ts'
import { sunflowerPoint } from './sunflower.ts'

/** Share of the picture that nodes and their names fill; edges need room to be told apart. */
const filling = 0.2
/** Screens are wider than high. */
const widening = 1.2
/**
 * ForceAtlas2 (Jacomy et al., 2014), then overlaps removed: of nodes and, in pictures of moderate size, of names.
 * @param groups nodes that should start side by side
 */
export function layOut(view: LayoutGraph, groups: Map<string, number> = new Map()): Places {
  const nodes = [...view.nodes].sort(byKey)
  if (nodes.length === 0) return new Map()
  const graph = new UndirectedGraph()
  const groupCount = Math.max(0, ...groups.values()) + 1
  nodes.forEach((node, i) => {
    const group = groups.get(node.key) ?? 0
    const around = (2 * Math.PI * group) / groupCount
    const spread = sunflowerPoint(i)
    const away = groupCount > 1 ? 12 : 0
    graph.addNode(node.key, {
      x: away * Math.cos(around) + spread.x,
      y: away * Math.sin(around) + spread.y,
      size: nodeRadius(node.type, node.papers),
    })
  })
  for (const edge of [...view.edges].sort(byKey)) {
    if (edge.source === edge.target) continue
    if (graph.hasEdge(edge.source, edge.target)) continue
    graph.addEdge(edge.source, edge.target, { weight: edgeWeight(edge) })
  }
  applyForces(graph, nodes.length > 800 ? 150 : 600)
  const boxes = new Map(nodes.map((node) => [node.key, nameBox(node)]))
  fitToRoom(graph, boxes)
  removeOverlaps(graph, boxes)
  const places: Places = new Map()
  graph.forEachNode((key, { x, y }) => {
    places.set(key, { x: round(x), y: round(y) })
  })
  return places
}

/** Centres the picture and scales it by the spread of its nodes, so that far outliers do not squeeze the rest. */
function fitToRoom(graph: UndirectedGraph, boxes: Map<string, Box>): void {
  const keys = graph.nodes()
  const mean = (axis: 'x' | 'y') =>
    keys.reduce((sum, key) => sum + graph.getNodeAttribute(key, axis), 0) / keys.length
  const [middleX, middleY] = [mean('x'), mean('y')]
  const squares = keys.reduce((sum, key) => {
    const { x, y } = graph.getNodeAttributes(key)
    return sum + (x - middleX) ** 2 + (y - middleY) ** 2
  }, 0)
  const spread = Math.sqrt(squares / keys.length) || 1
  const scale = roomySpread(boxes) / spread
  graph.updateEachNodeAttributes((_, attributes) => ({
    ...attributes,
    x: (attributes.x - middleX) * scale * widening,
    y: ((attributes.y - middleY) * scale) / widening,
  }))
}

/** The root mean square distance from the middle at which nodes and their names have room. */
export function roomySpread(boxes: ReadonlyMap<string, Box>): number {
  let filled = 0
  for (const { left, right, half } of boxes.values()) filled += (left + right) * half * 2
  // A disc of even density has a root mean square radius of its radius over the square root of two.
  return Math.sqrt(filled / filling / Math.PI / 2)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
