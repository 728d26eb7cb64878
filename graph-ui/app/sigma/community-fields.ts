/** Communities as soft fields behind the nodes, named like regions of a map. */
import type { Community } from '../../api/contract.ts'
import { surface, type Theme } from '../palette.ts'
import type { Brush } from './brush.ts'
import type { Point } from './edge-geometry.ts'
import { drawTitles, type TitledField } from './field-titles.ts'
import type { Rectangle } from './name-layer.ts'
import { drawInPlane, type Plane, unitLength } from './plane.ts'
import type { CanvasGraph } from './synchronise.ts'
import { createTextWidths } from './text-widths.ts'

const leastMembers = 4
/** How far a field reaches beyond its nodes, in the units of the picture. */
const reach = 40
/** How broad the bands between its nodes are. */
const bandWidth = 1.4 * reach

/** A community in the units of the picture. */
interface Field extends TitledField {
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
  let nodes: readonly Point[] = []
  const widthOf = createTextWidths()
  return {
    show(communities) {
      const graph = plane.getGraph()
      nodes = communities.length > 0 ? placesOf(graph) : []
      fields = fieldsOf(graph, communities).map((field) => {
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
      return drawTitles(plane, context, { fields, nodes }, theme, widthOf)
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
  const graph = plane.getGraph()
  const fields = fieldsOf(graph, communities)
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
  return drawTitles(plane, brush, { fields, nodes: placesOf(graph) }, theme, createTextWidths())
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
    .map((field) => ({ ...field, ...extentOf(field.points) }))
}

function extentOf(points: readonly Point[]): Omit<TitledField, 'name'> {
  const highest = points.reduce((most, { y }) => Math.max(most, y), Number.NEGATIVE_INFINITY)
  const lowest = points.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY)
  const middle = points.reduce((sum, { x }) => sum + x, 0) / points.length
  return { middle, top: highest + reach, bottom: lowest - reach }
}

function placesOf(graph: CanvasGraph): Point[] {
  return graph.mapNodes((_, { x, y }) => ({ x, y }))
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
