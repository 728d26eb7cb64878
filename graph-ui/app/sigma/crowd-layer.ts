/** Thousands of nodes that stand out: stamped, as pictures are drawn many times faster than outlines. */
import { type Look, nodeColour, nodeShape } from './appearance.ts'
import { clearCanvas } from './clear-canvas.ts'
import { placedNode, type Renderer } from './plane.ts'
import { type Shape, traceShape } from './shapes.ts'

interface Stamp {
  image: HTMLCanvasElement
  /** In CSS pixels. */
  side: number
}

/** Radii differ by less than half of this. */
const step = 0.5
const mostStamps = 400

/** @returns what draws nodes where they stand */
export function createCrowdLayer(sigma: Renderer) {
  const stamps = new Map<string, Stamp>()

  function stampOf(shape: Shape, colour: string, radius: number): Stamp {
    const ratio = window.devicePixelRatio || 1
    const name = `${shape} ${colour} ${radius} ${ratio}`
    const known = stamps.get(name)
    if (known !== undefined) return known
    if (stamps.size >= mostStamps) stamps.clear()
    const image = document.createElement('canvas')
    // Corners stand out of the circle.
    const side = Math.ceil(3 * radius) + 2
    const context = clearCanvas(image, { width: side, height: side }, ratio)
    traceShape(context, shape, { x: side / 2, y: side / 2, size: radius })
    context.fillStyle = colour
    context.fill()
    const stamp = { image, side }
    stamps.set(name, stamp)
    return stamp
  }

  return (context: CanvasRenderingContext2D, keys: Iterable<string>, look: Look): void => {
    const graph = sigma.getGraph()
    for (const key of keys) {
      const at = placedNode(sigma, key)
      if (at === null) continue
      const attributes = graph.getNodeAttributes(key)
      const radius = Math.max(step, Math.round(at.size / step) * step)
      const { image, side } = stampOf(nodeShape(attributes, look), nodeColour(attributes, look), radius)
      context.drawImage(image, at.x - side / 2, at.y - side / 2, side, side)
    }
  }
}
