/** Between the plane of the picture and the pixels of the window. */
import type Sigma from 'sigma'
import type { Point } from './edge-geometry.ts'
import type { Window } from './name-index.ts'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

export type Renderer = Sigma<NodeAttributes, EdgeAttributes>

/** A node as it stands in the window. */
export interface PlacedNode extends Point {
  /** Radius. */
  size: number
}

/** @returns null where sigma does not have the node yet */
export function placedNode(sigma: Renderer, key: string): PlacedNode | null {
  const data = sigma.getNodeDisplayData(key)
  if (!data) return null
  return { ...sigma.framedGraphToViewport(data), size: sigma.scaleSize(data.size) }
}

/** Pixels that one unit of the picture takes now. */
export function unitLength(sigma: Renderer): number {
  const [a, b] = [sigma.graphToViewport({ x: 0, y: 0 }), sigma.graphToViewport({ x: 100, y: 0 })]
  return Math.hypot(b.x - a.x, b.y - a.y) / 100
}

/** The part of the plane that the window shows, and some pixels around it. */
export function visibleWindow(sigma: Renderer, margin: number): Window {
  const { width, height } = sigma.getDimensions()
  const a = sigma.viewportToGraph({ x: -margin, y: -margin })
  const b = sigma.viewportToGraph({ x: width + margin, y: height + margin })
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    low: Math.min(a.y, b.y),
    high: Math.max(a.y, b.y),
  }
}

/** Lets a context draw in the units of the picture. */
export function drawInPlane(sigma: Renderer, context: CanvasRenderingContext2D): void {
  const unit = unitLength(sigma)
  const { x, y } = sigma.graphToViewport({ x: 0, y: 0 })
  context.transform(unit, 0, 0, -unit, x, y)
}
