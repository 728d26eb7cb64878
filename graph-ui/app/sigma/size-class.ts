import type { View } from '../../api/contract.ts'

/** Pictures above these numbers are drawn more plainly, so that they still move with the hand. */
const mostNodes = 3000
const mostEdges = 5000

/** Whether edges are plain lines that are hidden while the camera moves, without colours, curves, fields or hovering. */
export function isLarge(nodes: number, edges: number): boolean {
  return nodes >= mostNodes || edges >= mostEdges
}

/** Nodes and edges; more are not drawn within a moment. */
const mostInMoment = 40_000

/** Whether the page is held up by drawing a picture anew. */
export function isSlow({ nodes, edges }: View): boolean {
  return nodes.length + edges.length > mostInMoment
}
