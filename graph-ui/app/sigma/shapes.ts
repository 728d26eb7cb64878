/** Shapes of node types, beside their colours: for the canvas, its images, and style sheets. */
import type { ViewNodeType } from '../../api/contract.ts'

export type Shape = 'disc' | 'square' | 'diamond' | 'triangle' | 'page' | 'hexagon' | 'ring'

/** The program of the shaders knows a shape by its place here. */
export const shapes: readonly Shape[] = ['disc', 'square', 'diamond', 'triangle', 'page', 'hexagon', 'ring']

const shapeOfType: Record<ViewNodeType, Shape> = {
  Method: 'disc',
  Dataset: 'square',
  Task: 'diamond',
  Metric: 'triangle',
  Paper: 'page',
  Claim: 'hexagon',
  Other: 'ring',
}

export function shapeOf(type: ViewNodeType): Shape {
  return shapeOfType[type]
}

/** Corners around the middle for a radius of 1, y downwards; shapes cover about as much as the disc. */
const corners: Partial<Record<Shape, readonly (readonly [number, number])[]>> = {
  square: box(0.88, 0.88),
  diamond: [
    [0, -1.26],
    [1.26, 0],
    [0, 1.26],
    [-1.26, 0],
  ],
  triangle: polygon(3, 1.44),
  page: box(0.74, 1),
  hexagon: polygon(6, 1.06),
}

/** Adds a shape to a path. */
export function traceShape(
  path: Pick<CanvasPath, 'moveTo' | 'lineTo' | 'arc' | 'closePath'>,
  shape: Shape,
  { x, y, size }: { x: number; y: number; size: number },
): void {
  const outline = corners[shape]
  if (outline) {
    outline.forEach(([dx, dy], i) => {
      if (i === 0) path.moveTo(x + dx * size, y + dy * size)
      else path.lineTo(x + dx * size, y + dy * size)
    })
    path.closePath()
    return
  }
  path.moveTo(x + size, y)
  path.arc(x, y, size, 0, 2 * Math.PI)
  if (shape !== 'ring') return
  // Wound the other way, so that it is left out.
  path.moveTo(x + size / 2, y)
  path.arc(x, y, size / 2, 0, 2 * Math.PI, true)
}

function box(halfWidth: number, halfHeight: number): [number, number][] {
  return [
    [-halfWidth, -halfHeight],
    [halfWidth, -halfHeight],
    [halfWidth, halfHeight],
    [-halfWidth, halfHeight],
  ]
}

/** A regular polygon that stands on one of its sides. */
function polygon(sides: number, radius: number): [number, number][] {
  const first = -Math.PI / 2 + (sides % 2 === 0 ? Math.PI / sides : 0)
  return Array.from({ length: sides }, (_, i) => {
    const angle = first + (2 * Math.PI * i) / sides
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })
}
