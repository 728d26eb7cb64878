/** What an image is drawn on: a part of the plane of the picture, in pixels, whatever the window shows. */
import { type Look, nodeSize } from './appearance.ts'
import { type Bounds, shrinkFor } from './bounds.ts'
import type { Point } from './edge-geometry.ts'
import { type Plane, unitLength } from './plane.ts'
import type { CanvasGraph } from './synchronise.ts'

/** Which part of the plane is drawn, and how large. */
export interface Frame {
  width: number
  height: number
  /** Pixels of one unit of the picture. */
  unit: number
  /** The pixel at which the plane has its origin. */
  origin: Point
  /** How much nodes and edges are enlarged by the camera. */
  zoom: number
}

/** So large a title and a legend look well. */
const least = { width: 760, height: 480 }
/** Layouts mean a pixel for a unit; where nodes stand far apart that is more than they need, with their names. */
const pixelsOfNode = 30_000
const leastUnit = 0.6
/** Pictures of tens of thousands of nodes are squeezed into this, a side, before their scale. */
const most = 8000

/** What the window shows. */
export function windowFrame(window: Plane): Frame {
  return {
    ...window.getDimensions(),
    unit: unitLength(window),
    origin: window.graphToViewport({ x: 0, y: 0 }),
    zoom: window.scaleSize(1),
  }
}

/** All of a picture, in its middle, without the camera's zoom. @param nodes how many there are */
export function wholeFrame({ x: [left, right], y: [low, high] }: Bounds, nodes: number): Frame {
  const needed = Math.sqrt((nodes * pixelsOfNode) / ((right - left) * (high - low)))
  const wanted = Math.min(1, Math.max(leastUnit, needed))
  const unit = Math.min(wanted, most / Math.max(right - left, high - low))
  const width = Math.max(least.width, Math.ceil((right - left) * unit))
  const height = Math.max(least.height, Math.ceil((high - low) * unit))
  const origin = { x: (width - (left + right) * unit) / 2, y: (height + (low + high) * unit) / 2 }
  return { width, height, unit, origin, zoom: 1 }
}

/** The look of a picture where it has so much room. */
export function lookWithin(look: Look, bounds: Bounds, { width, height }: Frame): Look {
  return { ...look, shrink: shrinkFor(bounds, { width, height }) }
}

export function createSheet(graph: CanvasGraph, frame: Frame, look: Look): Plane {
  const { width, height, unit, origin, zoom } = frame
  const graphToViewport = ({ x, y }: Point) => ({ x: origin.x + x * unit, y: origin.y - y * unit })
  return {
    getGraph: () => graph,
    getDimensions: () => ({ width, height }),
    graphToViewport,
    viewportToGraph: ({ x, y }) => ({ x: (x - origin.x) / unit, y: (origin.y - y) / unit }),
    getNodeDisplayData(key) {
      if (!graph.hasNode(key)) return undefined
      const node = graph.getNodeAttributes(key)
      return { x: node.x, y: node.y, size: nodeSize(key, node, look) }
    },
    // A sheet has no frame but the plane itself.
    framedGraphToViewport: graphToViewport,
    scaleSize: (size) => size * zoom,
  }
}
