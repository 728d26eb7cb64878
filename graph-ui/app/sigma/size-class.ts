/** Pictures above these numbers are drawn more plainly, so that they still move with the hand. */
const mostNodes = 3000
const mostEdges = 5000

/** Whether edges are plain lines that are hidden while the camera moves, without colours, curves, fields or hovering. */
export function isLarge(nodes: number, edges: number): boolean {
  return nodes >= mostNodes || edges >= mostEdges
}
