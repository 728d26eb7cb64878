/** Communities as soft fields behind the nodes, named like regions of a map. */
import type Sigma from 'sigma'
import type { Community } from '../../api/contract.ts'
import { surface, type Theme } from '../palette.ts'
import type { Point } from './edge-geometry.ts'
import { labelFont } from './labels.ts'
import type { Rectangle } from './name-layer.ts'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

type Renderer = Sigma<NodeAttributes, EdgeAttributes>

const leastMembers = 4
/** How far a field reaches beyond its nodes, in the units of the picture. */
const reach = 40
const titleHeight = 12

/** @returns where the names of the fields stand, in CSS pixels */
export function drawFields(
  sigma: Renderer,
  context: CanvasRenderingContext2D,
  communities: readonly Community[],
  theme: Theme,
): Rectangle[] {
  if (communities.length < 2) return []
  const radius = reach * unitLength(sigma)
  const fields = communities
    .map(({ id, name }) => ({ id, name, points: placesOf(sigma, id) }))
    .filter(({ points }) => points.length >= leastMembers)
  context.fillStyle = surface(theme).field
  context.strokeStyle = surface(theme).field
  for (const { id, points } of fields) drawField(sigma, context, id, points, radius)
  return drawTitles(context, fields, radius, sigma.getDimensions().width, theme)
}

/** Discs around the nodes and broad bands along the edges between them, in one colour: one soft shape. */
function drawField(
  sigma: Renderer,
  context: CanvasRenderingContext2D,
  community: number,
  points: Point[],
  radius: number,
): void {
  context.beginPath()
  for (const { x, y } of points) {
    context.moveTo(x + radius, y)
    context.arc(x, y, radius, 0, 2 * Math.PI)
  }
  context.fill()
  const graph = sigma.getGraph()
  context.beginPath()
  graph.forEachEdge((_, __, ___, ____, source, target) => {
    if (source.community !== community || target.community !== community) return
    const [a, b] = [sigma.graphToViewport(source), sigma.graphToViewport(target)]
    context.moveTo(a.x, a.y)
    context.lineTo(b.x, b.y)
  })
  context.lineCap = 'round'
  context.lineWidth = 1.4 * radius
  context.stroke()
}

function drawTitles(
  context: CanvasRenderingContext2D,
  fields: { name: string; points: Point[] }[],
  radius: number,
  width: number,
  theme: Theme,
): Rectangle[] {
  const colours = surface(theme)
  context.save()
  context.font = `600 ${titleHeight}px ${labelFont}`
  context.letterSpacing = '1.3px'
  context.lineJoin = 'round'
  context.lineWidth = 5
  context.strokeStyle = colours.canvas
  context.fillStyle = colours.fieldName
  const taken: Rectangle[] = []
  for (const { name, points } of fields) {
    const text = name.toUpperCase()
    const textWidth = context.measureText(text).width
    const middle = points.reduce((sum, { x }) => sum + x, 0) / points.length
    const x = Math.min(width - textWidth - 10, Math.max(10, middle - textWidth / 2))
    const y = Math.min(...points.map((point) => point.y)) - radius - 4
    const covered = taken.some(
      (other) =>
        Math.abs(other.y + titleHeight - y) < 18 && other.x < x + textWidth && x < other.x + other.width,
    )
    if (covered) continue
    taken.push({ x, y: y - titleHeight, width: textWidth, height: titleHeight + 3 })
    context.strokeText(text, x, y)
    context.fillText(text, x, y)
  }
  context.restore()
  return taken
}

function placesOf(sigma: Renderer, community: number): Point[] {
  const places: Point[] = []
  sigma.getGraph().forEachNode((_, node) => {
    if (node.community === community) places.push(sigma.graphToViewport({ x: node.x, y: node.y }))
  })
  return places
}

/** Pixels that one unit of the picture takes now. */
function unitLength(sigma: Renderer): number {
  const [a, b] = [sigma.graphToViewport({ x: 0, y: 0 }), sigma.graphToViewport({ x: 100, y: 0 })]
  return Math.hypot(b.x - a.x, b.y - a.y) / 100
}
