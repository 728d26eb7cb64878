/** Communities as soft fields behind the nodes, named like regions of a map. */
import type { Community } from '../../api/contract.ts'
import { surface, type Theme } from '../palette.ts'
import type { Brush } from './brush.ts'
import type { Point } from './edge-geometry.ts'
import { labelFont } from './labels.ts'
import type { Rectangle } from './name-layer.ts'
import { drawInPlane, type Plane, unitLength } from './plane.ts'
import type { CanvasGraph } from './synchronise.ts'
import { createTextWidths, type WidthOf } from './text-widths.ts'

const leastMembers = 4
/** How far a field reaches beyond its nodes, in the units of the picture. */
const reach = 40
/** How broad the bands between its nodes are. */
const bandWidth = 1.4 * reach
const titleHeight = 12
const titleFont = `600 ${titleHeight}px ${labelFont}`
const titleSpacing = '1.3px'
/** Where nodes are in its way a title moves aside by so much of its width. */
const shifts = [0, -0.25, 0.25]
/** Pixels: about as far as a node reaches from its middle. */
const nodeReach = 5

/** A community in the units of the picture. */
interface Field {
  name: string
  /** Above the middle of its nodes. */
  title: Point
  points: readonly Point[]
  bands: readonly (readonly [Point, Point])[]
}

/** Draws fields in every frame; their shapes are made once. */
export interface FieldLayer {
  /** Takes in where the members of the communities stand. */
  show(communities: readonly Community[]): void
  /** @returns where the names of the fields stand, in CSS pixels */
  draw(context: CanvasRenderingContext2D, theme: Theme): Rectangle[]
}

export function createFieldLayer(plane: Plane): FieldLayer {
  let fields: readonly (Field & { discs: Path2D; lines: Path2D })[] = []
  const widthOf = createTextWidths()
  return {
    show(communities) {
      fields = fieldsOf(plane.getGraph(), communities).map((field) => {
        const [discs, lines] = [new Path2D(), new Path2D()]
        traceDiscs(discs, field.points, reach)
        traceBands(lines, field.bands)
        return { ...field, discs, lines }
      })
    },
    draw(context, theme) {
      context.save()
      drawInPlane(plane, context)
      setFieldStyle(context, theme, bandWidth)
      for (const { discs, lines } of fields) {
        context.fill(discs)
        context.stroke(lines)
      }
      context.restore()
      return drawTitles(plane, context, fields, theme, widthOf)
    },
  }
}

/** The same once, for an image: in pixels of the window, with simple paths. */
export function drawFields(
  plane: Plane,
  brush: Brush,
  communities: readonly Community[],
  theme: Theme,
): Rectangle[] {
  const unit = unitLength(plane)
  const fields = fieldsOf(plane.getGraph(), communities)
  const inWindow = (point: Point) => plane.graphToViewport(point)
  setFieldStyle(brush, theme, bandWidth * unit)
  for (const { points, bands } of fields) {
    brush.beginPath()
    traceDiscs(brush, points.map(inWindow), reach * unit)
    brush.fill()
    brush.beginPath()
    traceBands(
      brush,
      bands.map(([a, b]) => [inWindow(a), inWindow(b)]),
    )
    brush.stroke()
  }
  return drawTitles(plane, brush, fields, theme, createTextWidths())
}

/** Fields of the communities that are large enough to have one; none where there is nothing to tell apart. */
function fieldsOf(graph: CanvasGraph, communities: readonly Community[]): Field[] {
  if (communities.length < 2) return []
  const points = new Map<number, Point[]>(communities.map(({ id }) => [id, []]))
  const bands = new Map<number, [Point, Point][]>(communities.map(({ id }) => [id, []]))
  graph.forEachNode((_, { community, x, y }) => {
    if (community !== null) points.get(community)?.push({ x, y })
  })
  graph.forEachEdge((_, __, ___, ____, source, target) => {
    if (source.community === null || source.community !== target.community) return
    bands.get(source.community)?.push([
      { x: source.x, y: source.y },
      { x: target.x, y: target.y },
    ])
  })
  return communities
    .map(({ id, name }) => ({ name, points: points.get(id)!, bands: bands.get(id)! }))
    .filter((field) => field.points.length >= leastMembers)
    .map((field) => ({ ...field, title: titlePlace(field.points) }))
}

function titlePlace(points: readonly Point[]): Point {
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((highest, { y }) => Math.max(highest, y), Number.NEGATIVE_INFINITY) + reach,
  }
}

/** Discs around the nodes and broad bands along the edges between them, in one colour: one soft shape. */
function setFieldStyle(brush: Brush, theme: Theme, lineWidth: number): void {
  brush.fillStyle = surface(theme).field
  brush.strokeStyle = surface(theme).field
  brush.lineCap = 'round'
  brush.lineWidth = lineWidth
}

function traceDiscs(
  path: Pick<CanvasPath, 'moveTo' | 'arc'>,
  points: readonly Point[],
  radius: number,
): void {
  for (const { x, y } of points) {
    path.moveTo(x + radius, y)
    path.arc(x, y, radius, 0, 2 * Math.PI)
  }
}

function traceBands(path: Pick<CanvasPath, 'moveTo' | 'lineTo'>, bands: Field['bands']): void {
  for (const [a, b] of bands) {
    path.moveTo(a.x, a.y)
    path.lineTo(b.x, b.y)
  }
}

function drawTitles(
  plane: Plane,
  brush: Brush,
  fields: readonly Field[],
  theme: Theme,
  widthOf: WidthOf,
): Rectangle[] {
  const colours = surface(theme)
  const { width } = plane.getDimensions()
  brush.save()
  brush.font = titleFont
  brush.letterSpacing = titleSpacing
  brush.lineJoin = 'round'
  brush.lineWidth = 5
  brush.strokeStyle = colours.canvas
  brush.fillStyle = colours.fieldName
  const taken: Rectangle[] = []
  const nodes = fields.flatMap(({ points }) => points.map((point) => plane.graphToViewport(point)))
  for (const { name, title } of fields) {
    const text = name.toUpperCase()
    const textWidth = widthOf(brush, text, titleFont)
    const above = plane.graphToViewport(title)
    const y = above.y - 4
    const isFree = (x: number) =>
      !taken.some(
        (other) =>
          Math.abs(other.y + titleHeight - y) < 18 && other.x < x + textWidth && x < other.x + other.width,
      )
    const isClear = (x: number) =>
      !nodes.some(
        (node) =>
          Math.abs(node.y - y + titleHeight / 2) < titleHeight / 2 + nodeReach &&
          node.x > x - nodeReach &&
          node.x < x + textWidth + nodeReach,
      )
    const places = shifts
      .map((shift) => above.x + (shift - 0.5) * textWidth)
      .map((x) => Math.min(width - textWidth - 10, Math.max(10, x)))
      .filter(isFree)
    const x = places.find(isClear) ?? places[0]
    if (x === undefined) continue
    taken.push({ x, y: y - titleHeight, width: textWidth, height: titleHeight + 3 })
    brush.strokeText(text, x, y)
    brush.fillText(text, x, y)
  }
  brush.restore()
  return taken
}
