import type { ViewNodeType } from './contract.ts'

/**
 * Radius of a node on the screen in pixels; its area grows with the number of papers.
 * The server keeps this much room, the page draws it.
 */
export function nodeRadius(type: ViewNodeType, papers: number): number {
  if (type === 'Paper') return 4.5
  return Math.min(22, 3.5 + 1.6 * Math.sqrt(Math.max(1, papers)))
}
