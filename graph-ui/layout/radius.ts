const smallest = 3.5
const largest = 22
const growth = 1.6

/**
 * Radius of a node on the screen in pixels; its area grows with the number of papers.
 * The server keeps this much room; the page draws no more.
 */
export function nodeRadius(type: string, papers: number): number {
  if (type === 'Paper') return 4.5
  return Math.min(largest, smallest + growth * Math.sqrt(Math.max(1, papers)))
}

/** Radius of every node where sizes stand for nothing. */
export const evenRadius = 8

/** Radius of a node that has a share, from 0 to 1, of the most that any node has of something; its area grows with it. */
export function shareRadius(share: number): number {
  return smallest + (largest - smallest) * Math.sqrt(share)
}

/**
 * What to multiply numbers of papers by so that the most studied node of a picture has the largest size, and the
 * others stay smaller: in a large graph all would have the largest size otherwise. At most 1.
 */
export function paperShare(nodes: readonly { papers: number }[]): number {
  const most = nodes.reduce((most, { papers }) => Math.max(most, papers), 1)
  return Math.min(1, ((largest - smallest) / growth) ** 2 / most)
}
