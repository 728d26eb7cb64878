/** Draws what stands out, above the picture: the picture itself stays as it is, and need not be read anew. */
import { relationColour, surface } from '../palette.ts'
import { edgeSize, type Look, nodeColour, nodeShape } from './appearance.ts'
import { type Figure, plateSide } from './emphasis.ts'
import { drawEdgeLabel, drawNodeHover } from './labels.ts'
import { drawEdgeLine } from './picture-edge.ts'
import { placedNode, type Renderer } from './plane.ts'
import { traceShape } from './shapes.ts'

/** How much the rest of the picture is covered by the colour of the background. */
const veil = 0.66

/**
 * The veil, and over it the edges that are meant and their nodes.
 * @param active keys of the nodes that are meant, as far as they are drawn here
 */
export function drawEmphasis(
  sigma: Renderer,
  context: CanvasRenderingContext2D,
  figure: Figure | null,
  look: Look,
  active: Iterable<string>,
): void {
  if (figure === null) return
  const { width, height } = sigma.getDimensions()
  if (figure.dims) {
    context.globalAlpha = veil
    context.fillStyle = surface(look.theme).canvas
    context.fillRect(0, 0, width, height)
    context.globalAlpha = 1
  }
  const edges = figure.edges.map((edge) => placedEdge(sigma, edge, look)).filter((edge) => edge !== null)
  for (const { data, source, target } of edges) drawEdgeLine(context, data, source, target)
  for (const key of figure.near) if (!figure.active.has(key)) drawNodeOf(sigma, context, key, look)
  for (const key of active) drawNodeOf(sigma, context, key, look)
  const settings = sigma.getSettings()
  for (const { data, source, target } of edges) {
    drawEdgeLabel(() => look.theme)(context, data, source, target, settings)
  }
}

/** Rings around the nodes that are meant, and the plates with their names: they stand above all other names. */
export function drawPlates(
  sigma: Renderer,
  context: CanvasRenderingContext2D,
  figure: Figure | null,
  look: Look,
): void {
  if (figure === null) return
  const graph = sigma.getGraph()
  const settings = sigma.getSettings()
  for (const key of figure.ringed) {
    const at = placedNode(sigma, key)
    if (at === null) continue
    const attributes = graph.getNodeAttributes(key)
    const hasPlate = figure.plates.has(key)
    const [label, plate] = hasPlate ? [attributes.label, plateSide(graph, key, figure)] : [null, undefined]
    drawNodeHover(() => look.theme)(
      context,
      { key, ...at, label, plate, color: nodeColour(attributes, look) },
      settings,
    )
  }
  for (const key of figure.ringed) drawNodeOf(sigma, context, key, look)
}

function drawNodeOf(sigma: Renderer, context: CanvasRenderingContext2D, key: string, look: Look): void {
  const at = placedNode(sigma, key)
  if (at === null) return
  const attributes = sigma.getGraph().getNodeAttributes(key)
  context.beginPath()
  traceShape(context, nodeShape(attributes, look), at)
  context.fillStyle = nodeColour(attributes, look)
  context.fill()
}

function placedEdge(sigma: Renderer, { key, isMain, isNamed }: Figure['edges'][number], look: Look) {
  const graph = sigma.getGraph()
  const [from, to] = graph.extremities(key)
  const [source, target] = [placedNode(sigma, from), placedNode(sigma, to)]
  if (source === null || target === null) return null
  const { relation, size, label, curvature } = graph.getEdgeAttributes(key)
  const thickness = sigma.scaleSize(edgeSize(size, look) + (isMain ? 1.6 : 0.5))
  const data = {
    key,
    curvature,
    color: relationColour(look.theme, relation),
    // Around a hub the names of relations would cover each other; colours and the list tell them.
    label: isNamed ? label : '',
    size: Math.max(sigma.getSetting('minEdgeThickness'), thickness),
  }
  return { data, source, target }
}
