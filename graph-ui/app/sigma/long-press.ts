/** A finger that rests on a node does what the right mouse button does. */
import type Sigma from 'sigma'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

const restMs = 500
/** A finger is never quite still. */
const mostPixels = 10

/** @returns whether the touch that just ended had been long: it is no tap then */
export function watchLongPresses(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  pressed: (key: string, at: { x: number; y: number }) => void,
): () => boolean {
  let timer: ReturnType<typeof setTimeout> | undefined
  let start = { x: 0, y: 0 }
  let wasLong = false
  const touches = sigma.getTouchCaptor()
  const end = () => clearTimeout(timer)
  sigma.on('downNode', ({ node, event: { original } }) => {
    wasLong = false
    if (original instanceof MouseEvent) return
    const touch = original.touches[0]
    if (!touch || original.touches.length > 1) return
    start = { x: touch.clientX, y: touch.clientY }
    timer = setTimeout(() => {
      wasLong = true
      pressed(node, start)
    }, restMs)
  })
  touches.on('touchmove', ({ original }) => {
    const touch = original.touches[0]
    const moved = touch ? Math.hypot(touch.clientX - start.x, touch.clientY - start.y) : Infinity
    if (moved > mostPixels || original.touches.length > 1) end()
  })
  touches.on('touchup', end)
  sigma.on('kill', end)
  return () => wasLong
}
