/** The picture as an image: drawn anew, so that it is sharp at any scale, on whatever surface. */
import type { Community } from '../../api/contract.ts'
import { surface as coloursOf, type Theme } from '../palette.ts'
import { drawEdge, type Look, nodeSize } from './appearance.ts'
import { type Axis, drawAxis } from './axis-layer.ts'
import { boundsOf } from './bounds.ts'
import type { Brush, Measure } from './brush.ts'
import { drawFields } from './community-fields.ts'
import { type Point, pointOnEdge } from './edge-geometry.ts'
import type { Figure } from './emphasis.ts'
import { drawEmphasis, drawNodeOf, drawPlates } from './emphasis-layer.ts'
import { createNameLayer, type NameLayer, type Rectangle } from './name-layer.ts'
import { type Caption, drawHead, drawLegend, headHeight, legendHeight } from './picture-caption.ts'
import { drawEdgeLine, drawPlainLine, leastThickness } from './picture-edge.ts'
import { drawPinMarks } from './pin-marks.ts'
import { type Plane, placedNode } from './plane.ts'
import { createSheet, lookWithin, wholeFrame, windowFrame } from './sheet.ts'
import type { CanvasGraph } from './synchronise.ts'

/** What the page shows, as an image needs it. */
export interface ImageScene {
  window: Plane
  /** The names as they stand in the window. */
  names: NameLayer
  communities: readonly Community[]
  figure: Figure | null
  pinned: ReadonlySet<string>
  axis: Axis | null
  look: Look
}

export interface ImageOrder {
  /** What the window shows, or all of the picture. */
  area: 'window' | 'whole'
  theme: Theme
  caption: Caption
}

/** What an image is drawn on, from top to bottom and from behind to before. */
export interface Surface {
  brush: Brush
  /** Draws what belongs together, under a name. */
  layer(name: string, draw: () => void): void
  /** Draws from another origin; nothing reaches out of the box. */
  part(box: Rectangle, draw: () => void): void
}

export interface Image {
  width: number
  height: number
  draw(surface: Surface): void
}

/** About as much as a window shows. */
const windowPixels = 1000 * 700
/** Names take longer the more there are. */
const mostWindows = 12

/** Nothing is drawn yet. @param measure measures the text of title and legend */
export function layOutImage(
  scene: ImageScene,
  { area, theme, caption }: ImageOrder,
  measure: Measure,
): Image {
  const part = area === 'window' ? ofWindow(scene, theme) : ofWhole(scene, theme)
  const { width, height } = part.plane.getDimensions()
  const head = headHeight(measure, caption, width)
  const foot = legendHeight(measure, caption, width)
  return {
    width,
    height: head + height + foot,
    draw(surface) {
      const { brush } = surface
      surface.layer('background', () => {
        brush.fillStyle = coloursOf(theme).canvas
        brush.fillRect(0, 0, width, head + height + foot)
      })
      surface.part({ x: 0, y: head, width, height }, () => drawLayers(surface, scene, part))
      if (head > 0) surface.layer('title', () => drawHead(brush, caption, theme, width))
      if (foot === 0) return
      surface.part({ x: 0, y: head + height, width, height: foot }, () =>
        surface.layer('legend', () => drawLegend(brush, caption, part.look, width)),
      )
    },
  }
}

interface Part {
  plane: Plane
  names(): NameLayer
  look: Look
}

function ofWindow({ window, names, look: shown }: ImageScene, theme: Theme): Part {
  const look = { ...shown, theme }
  return { plane: createSheet(window.getGraph(), windowFrame(window), look), names: () => names, look }
}

function ofWhole({ window, figure, look: shown }: ImageScene, theme: Theme): Part {
  const graph = window.getGraph()
  const bounds = boundsOf([...graph.mapNodes((_, { x, y }) => ({ x, y })), ...bends(graph)])
  const frame = wholeFrame(bounds, graph.order)
  const look = lookWithin({ ...shown, theme }, bounds, frame)
  const plane = createSheet(graph, frame, look)
  const windows = Math.min(mostWindows, Math.max(1, (frame.width * frame.height) / windowPixels))
  return {
    plane,
    look,
    names() {
      const style = { figure, names: look.appearance.names, isLarge: false, windows }
      const names = createNameLayer(plane, () => style)
      names.index(
        graph.mapNodes((key, node) => ({ key, x: node.x, y: node.y, size: nodeSize(key, node, look) })),
      )
      return names
    },
  }
}

/** Where bent edges are farthest from the straight line. */
function bends(graph: CanvasGraph): Point[] {
  return graph
    .filterEdges((_, { curvature }) => curvature !== 0)
    .map((key) => {
      const [source, target] = graph.extremities(key)
      // Curvatures are those of the screen, where y grows downwards.
      const curvature = -graph.getEdgeAttribute(key, 'curvature')
      return pointOnEdge(graph.getNodeAttributes(source), graph.getNodeAttributes(target), curvature, 0.5)
    })
}

/** The layers as they lie above each other on the page. */
function drawLayers(surface: Surface, scene: ImageScene, { plane, names, look }: Part): void {
  const { brush } = surface
  const { communities, figure, axis, pinned } = scene
  let titles: Rectangle[] = []
  surface.layer('communities', () => {
    titles = drawFields(plane, brush, communities, look.theme)
  })
  surface.layer('years', () => drawAxis(plane, brush, axis, look.theme))
  surface.layer('edges', () => drawEdges(plane, brush, look))
  surface.layer('nodes', () => plane.getGraph().forEachNode((key) => drawNodeOf(plane, brush, key, look)))
  surface.layer('selection', () => drawEmphasis(plane, brush, figure, look))
  surface.layer('names', () => names().draw(brush, look.theme, titles))
  surface.layer('selected-names', () => drawPlates(plane, brush, figure, look))
  surface.layer('pins', () => drawPinMarks(plane, brush, pinned, look.theme))
}

function drawEdges(plane: Plane, brush: Brush, look: Look): void {
  plane.getGraph().forEachEdge((_, attributes, from, to) => {
    const [source, target] = [placedNode(plane, from), placedNode(plane, to)]
    if (source === null || target === null) return
    const { color, size, curvature } = drawEdge(attributes, look)
    if (look.large) drawPlainLine(brush, color, source, target)
    else {
      const thickness = Math.max(leastThickness, plane.scaleSize(size))
      drawEdgeLine(brush, { color, curvature, size: thickness }, source, target)
    }
  })
}
