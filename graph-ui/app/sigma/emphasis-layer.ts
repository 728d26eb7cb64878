/** Draws what stands out, above the picture: the picture itself stays as it is, and need not be read anew. */
import { relationColour, surface } from '../palette.ts'
import { edgeSize, type Look, nodeColour, nodeShape } from './appearance.ts'
import type { Brush } from './brush.ts'
import { type Figure, plateSide } from './emphasis.ts'
import { drawEdgeName, drawPlate } from './labels.ts'
import { drawEdgeLine, leastThickness } from './picture-edge.ts'
import { type Plane, placedNode } from './plane.ts'
import { traceShape } from './shapes.ts'

/** How much the rest of the picture is covered by the colour of the background. */
const veil = 0.66

/** The veil, and over it the edges that are meant and their nodes. */
export function drawEmphasis(plane: Plane, brush: Brush, figure: Figure | null, look: Look): void {
  if (figure === null) return
  const { width, height } = plane.getDimensions()
  if (figure.dims) {
    brush.globalAlpha = veil
    brush.fillStyle = surface(look.theme).canvas
    brush.fillRect(0, 0, width, height)
    brush.globalAlpha = 1
  }
  const edges = figure.edges.map((edge) => placedEdge(plane, edge, look)).filter((edge) => edge !== null)
  for (const { line, source, target } of edges) drawEdgeLine(brush, line, source, target)
  for (const key of new Set([...figure.near, ...figure.active])) drawNodeOf(plane, brush, key, look)
  for (const { line, name, source, target } of edges) {
    const { color, curvature } = line
    drawEdgeName(brush, { name, colour: color, curvature }, source, target, look.theme)
  }
}

/** Rings around the nodes that are meant, and the plates with their names: they stand above all other names. */
export function drawPlates(plane: Plane, brush: Brush, figure: Figure | null, look: Look): void {
  if (figure === null) return
  const graph = plane.getGraph()
  const { width } = plane.getDimensions()
  for (const key of figure.active) {
    const at = placedNode(plane, key)
    if (at === null) continue
    const attributes = graph.getNodeAttributes(key)
    const label = figure.plates.has(key) ? attributes.label : null
    const side = plateSide(graph, key, figure)
    drawPlate(brush, { ...at, label, side, colour: nodeColour(attributes, look) }, look.theme, width)
  }
  for (const key of figure.active) drawNodeOf(plane, brush, key, look)
}

/** A node as it is drawn in the picture. */
export function drawNodeOf(plane: Plane, brush: Brush, key: string, look: Look): void {
  const at = placedNode(plane, key)
  if (at === null) return
  const attributes = plane.getGraph().getNodeAttributes(key)
  brush.beginPath()
  traceShape(brush, nodeShape(attributes, look), at)
  brush.fillStyle = nodeColour(attributes, look)
  brush.fill()
}

function placedEdge(plane: Plane, { key, isMain, isNamed }: Figure['edges'][number], look: Look) {
  const graph = plane.getGraph()
  const [from, to] = graph.extremities(key)
  const [source, target] = [placedNode(plane, from), placedNode(plane, to)]
  if (source === null || target === null) return null
  const { relation, size, label, curvature } = graph.getEdgeAttributes(key)
  const thickness = plane.scaleSize(edgeSize(size, look) + (isMain ? 1.6 : 0.5))
  const color = relationColour(look.theme, relation)
  const line = { curvature, color, size: Math.max(leastThickness, thickness) }
  // Around a hub the names of relations would cover each other; colours and the list tell them.
  return { line, name: isNamed ? label : '', source, target }
}
