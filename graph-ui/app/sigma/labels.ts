/** Text on the canvas: always legible, with a halo in the colour of the background. */
import type { EdgeLabelDrawingFunction, NodeHoverDrawingFunction } from 'sigma/rendering'
import { surface, type Theme } from '../palette.ts'
import { pointOnEdge } from './edge-geometry.ts'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

export const labelFont =
  'system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif'

/** Names of much-studied concepts are larger, as those of cities on a map. */
export function nameFont(size: number): { font: string; height: number } {
  const height = size > 15 ? 15 : size > 9 ? 13.5 : 12.5
  return { font: `${size > 9 ? 600 : 500} ${height}px ${labelFont}`, height }
}

/** A node that is pointed at or selected: ringed, its name on a plate above everything else. */
export function drawNodeHover(theme: () => Theme): NodeHoverDrawingFunction<NodeAttributes, EdgeAttributes> {
  return (context, { x, y, size, label, color, plate }) => {
    const { panel, ink, line } = surface(theme())
    context.save()
    context.beginPath()
    context.arc(x, y, size + 4, 0, 2 * Math.PI)
    context.fillStyle = panel
    context.fill()
    context.lineWidth = 2
    context.strokeStyle = color
    context.stroke()
    if (label) {
      const { font, height } = nameFont(size)
      context.font = font
      const width = context.measureText(label).width + 16
      const room = context.canvas.width / context.getTransform().a
      const [onLeft, onRight] = [x - size - 8 - width, x + size + 8]
      const fitsRight = onRight + width <= room
      const left = (plate === 'left' && onLeft >= 0) || !fitsRight ? onLeft : onRight
      context.beginPath()
      context.roundRect(left, y - height / 2 - 6, width, height + 12, 6)
      context.shadowColor = 'rgba(15, 20, 35, 0.18)'
      context.shadowBlur = 10
      context.shadowOffsetY = 2
      context.fillStyle = panel
      context.fill()
      context.shadowColor = 'transparent'
      context.lineWidth = 1
      context.strokeStyle = line
      context.stroke()
      context.fillStyle = ink
      context.fillText(label, left + 8, y + height / 3)
    }
    context.restore()
  }
}

/** The name of a relation along its edge. */
export function drawEdgeLabel(theme: () => Theme): EdgeLabelDrawingFunction<NodeAttributes, EdgeAttributes> {
  return (context, edge, source, target, { edgeLabelSize }) => {
    if (!edge.label) return
    const room = Math.hypot(target.x - source.x, target.y - source.y) - source.size - target.size
    context.font = `500 ${edgeLabelSize}px ${labelFont}`
    const width = context.measureText(edge.label).width
    if (width + 12 > room) return
    const curvature = typeof edge.curvature === 'number' ? edge.curvature : 0
    const middle = pointOnEdge(source, target, curvature, 0.5)
    let angle = Math.atan2(target.y - source.y, target.x - source.x)
    if (Math.abs(angle) > Math.PI / 2) angle += Math.PI
    context.save()
    context.translate(middle.x, middle.y)
    context.rotate(angle)
    writeWithHalo(context, edge.label, -width / 2, edgeLabelSize / 3, edge.color, surface(theme()).canvas)
    context.restore()
  }
}

export function writeWithHalo(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  colour: string,
  halo: string,
): void {
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = halo
  context.strokeText(text, x, y)
  context.fillStyle = colour
  context.fillText(text, x, y)
}
