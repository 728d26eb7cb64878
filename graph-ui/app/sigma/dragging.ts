/** Moving a node with the mouse. */
import type Sigma from 'sigma'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

/** Less than this is a click with an unsteady hand. */
const leastPixels = 4

/** @returns whether the mouse button that was just released had moved a node */
export function letNodesBeDragged(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  moved: (key: string, x: number, y: number) => void,
): () => boolean {
  let held: { key: string; fromX: number; fromY: number } | null = null
  let dragging = false
  sigma.on('downNode', ({ node, event }) => {
    // Touches and other buttons drag nothing.
    if (!(event.original instanceof MouseEvent) || event.original.button !== 0) return
    held = { key: node, fromX: event.x, fromY: event.y }
    dragging = false
  })
  const captor = sigma.getMouseCaptor()
  captor.on('mousemovebody', (event) => {
    if (!held) return
    dragging ||= Math.hypot(event.x - held.fromX, event.y - held.fromY) > leastPixels
    event.preventSigmaDefault()
    if (!dragging) return
    const { x, y } = sigma.viewportToGraph(event)
    sigma.getGraph().mergeNodeAttributes(held.key, { x, y })
  })
  captor.on('mouseup', () => {
    if (held && dragging) {
      const { x, y } = sigma.getGraph().getNodeAttributes(held.key)
      moved(held.key, x, y)
    }
    held = null
  })
  return () => dragging
}
