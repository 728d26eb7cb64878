import type { Point } from './edge-geometry.ts'
import type { Renderer } from './plane.ts'
import type { DrawnNodes } from './shape-program.ts'

/** Sigma 3 offers no other way to say how nodes are found. */
interface Internals {
  getNodeAtPosition(at: Point): string | null
  /** Canvases of which it makes a second one with every frame, to look for pixels. */
  pickingLayers: Set<string>
  /** Nodes and edges by the numbers that programs are given for them. */
  itemIDsIndex: Readonly<Record<number, { id: string } | undefined>>
}

/** Lets sigma find the node under the pointer by where it is drawn, not by a pixel that the graphics card has to give back. */
export function findNodesByPlace(sigma: Renderer, drawn: DrawnNodes): void {
  const internals = sigma as unknown as Internals
  internals.pickingLayers.clear()
  internals.getNodeAtPosition = (at) => {
    const [a, b] = [sigma.framedGraphToViewport({ x: 0, y: 0 }), sigma.framedGraphToViewport({ x: 1, y: 0 })]
    const reach = sigma.scaleSize(1) / Math.hypot(b.x - a.x, b.y - a.y)
    const found = drawn.program?.nodeAt(sigma.viewportToFramedGraph(at), reach) ?? null
    return found === null ? null : (internals.itemIDsIndex[found]?.id ?? null)
  }
}
