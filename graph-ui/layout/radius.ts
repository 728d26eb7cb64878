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

/**
 * What to multiply numbers of papers by so that the most studied node of a picture has the largest size, and the
 * others stay smaller: in a large graph all would have the largest size otherwise. At most 1.
 */
export function paperShare(nodes: readonly { papers: number }[]): number {
  const most = nodes.reduce((most, { papers }) => Math.max(most, papers), 1)
  return Math.min(1, ((largest - smallest) / growth) ** 2 / most)
}
