/** Between the plane of the picture and the pixels of the window. */
import type Sigma from 'sigma'
import type { Point } from './edge-geometry.ts'
import type { Window } from './name-index.ts'
import type { CanvasGraph, EdgeAttributes, NodeAttributes } from './synchronise.ts'

export type Renderer = Sigma<NodeAttributes, EdgeAttributes>

/** What drawing needs to know of the surface it draws on: sigma for the screen, a sheet for an image. */
export interface Plane {
  getGraph(): CanvasGraph
  getDimensions(): { width: number; height: number }
  graphToViewport(point: Point): Point
  viewportToGraph(point: Point): Point
  /** Where a node stands in a frame of the surface's own, and its radius before the camera zooms. */
  getNodeDisplayData(key: string): PlacedNode | undefined
  framedGraphToViewport(point: Point): Point
  /** Pixels of a radius or thickness as it is zoomed now. */
  scaleSize(size: number): number
}

/** A node as it stands in the window. */
export interface PlacedNode extends Point {
  /** Radius. */
  size: number
}

/** @returns null where sigma does not have the node yet */
export function placedNode(plane: Plane, key: string): PlacedNode | null {
  const data = plane.getNodeDisplayData(key)
  if (!data) return null
  return { ...plane.framedGraphToViewport(data), size: plane.scaleSize(data.size) }
}

/** Pixels that one unit of the picture takes now. */
export function unitLength(plane: Plane): number {
  const [a, b] = [plane.graphToViewport({ x: 0, y: 0 }), plane.graphToViewport({ x: 100, y: 0 })]
  return Math.hypot(b.x - a.x, b.y - a.y) / 100
}

/** The part of the plane that the window shows, and some pixels around it. */
export function visibleWindow(plane: Plane, margin: number): Window {
  const { width, height } = plane.getDimensions()
  const a = plane.viewportToGraph({ x: -margin, y: -margin })
  const b = plane.viewportToGraph({ x: width + margin, y: height + margin })
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    low: Math.min(a.y, b.y),
    high: Math.max(a.y, b.y),
  }
}

/** Lets a context draw in the units of the picture. */
export function drawInPlane(plane: Plane, context: CanvasRenderingContext2D): void {
  const unit = unitLength(plane)
  const { x, y } = plane.graphToViewport({ x: 0, y: 0 })
  context.transform(unit, 0, 0, -unit, x, y)
}
