/** The force-directed layout from where nodes stand, a few rounds at a time, and the removal of overlaps. */
import { UndirectedGraph } from 'graphology'
import { roomySpread } from './force.ts'
import { applyForces, edgeWeight, removeOverlaps } from './forces.ts'
import { byKey, type LayoutGraph, type Places } from './graph.ts'
import { nodeRadius } from './radius.ts'
import { nameBox } from './separate.ts'
import { sunflowerPoint } from './sunflower.ts'

const roundsAtOnce = 12
const mostRounds = 3000
/** The layout has come to rest when nodes move less than this share of the spread in as many rounds. */
const rest = 0.002

/**
 * ForceAtlas2 (Jacomy et al., 2014) until nothing moves much; overlaps of nodes and names are removed at the end.
 * @param start where all nodes stand
 * @param fixed nodes that stay there
 * @param report gets the places after every few rounds
 */
export function relax(
  view: LayoutGraph,
  start: Places,
  fixed: ReadonlySet<string>,
  report: (places: Places) => void,
): Places {
  if (view.nodes.length === 0) return new Map()
  const boxes = new Map(view.nodes.map((node) => [node.key, nameBox(node)]))
  // The forces know nothing of the size of nodes: they work on a plane that is as much smaller as names need room.
  const unit = roomySpread(boxes) / restingSpread(view)
  const graph = graphOf(view, start, unit, fixed)
  for (let round = 0; round < mostRounds; round += roundsAtOnce) {
    const before = placesOf(graph, 1)
    applyForces(graph, roundsAtOnce)
    const after = placesOf(graph, 1)
    report(placesOf(graph, unit))
    if (meanMovement(before, after) < rest * spreadOf(after)) break
  }
  return withoutOverlaps(view, placesOf(graph, unit), fixed)
}

/** Nodes, and their names where there are not too many, no longer cover each other. */
export function withoutOverlaps(view: LayoutGraph, start: Places, fixed: ReadonlySet<string>): Places {
  const graph = graphOf(view, start, 1, fixed)
  const nodes = [...view.nodes].sort(byKey)
  removeOverlaps(graph, new Map(nodes.map((node) => [node.key, nameBox(node)])), fixed)
  return placesOf(graph, 1)
}

type MovingGraph = UndirectedGraph<{ x: number; y: number; size: number; fixed: boolean }, { weight: number }>

function graphOf(view: LayoutGraph, start: Places, unit: number, fixed: ReadonlySet<string>): MovingGraph {
  const graph: MovingGraph = new UndirectedGraph()
  for (const { key, type, papers } of [...view.nodes].sort(byKey)) {
    const { x, y } = start.get(key) ?? { x: 0, y: 0 }
    graph.addNode(key, { x: x / unit, y: y / unit, size: nodeRadius(type, papers), fixed: fixed.has(key) })
  }
  for (const edge of [...view.edges].sort(byKey)) {
    const { source, target } = edge
    if (source === target || !graph.hasNode(source) || !graph.hasNode(target)) continue
    if (!graph.hasEdge(source, target)) graph.addEdge(source, target, { weight: edgeWeight(edge) })
  }
  return graph
}

/** How far from the middle the forces would leave the nodes, found in some rounds on a copy without fixed nodes. */
function restingSpread(view: LayoutGraph): number {
  const places: Places = new Map()
  const nodes = [...view.nodes].sort(byKey)
  nodes.forEach(({ key }, i) => {
    places.set(key, sunflowerPoint(i))
  })
  const graph = graphOf(view, places, 1, new Set())
  applyForces(graph, 100)
  return spreadOf(placesOf(graph, 1))
}

function placesOf(graph: MovingGraph, unit: number): Places {
  const places: Places = new Map()
  graph.forEachNode((key, { x, y }) => places.set(key, { x: round(x * unit), y: round(y * unit) }))
  return places
}

function meanMovement(before: Places, after: Places): number {
  let sum = 0
  for (const [key, { x, y }] of after) sum += Math.hypot(x - before.get(key)!.x, y - before.get(key)!.y)
  return sum / after.size
}

/** Root mean square distance from the middle; never 0. */
function spreadOf(places: Places): number {
  const points = [...places.values()]
  const middle = (axis: 'x' | 'y') => points.reduce((sum, point) => sum + point[axis], 0) / points.length
  const [middleX, middleY] = [middle('x'), middle('y')]
  const squares = points.reduce((sum, { x, y }) => sum + (x - middleX) ** 2 + (y - middleY) ** 2, 0)
  return Math.sqrt(squares / points.length) || 1
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
