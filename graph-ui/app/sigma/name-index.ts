/** Finds the largest nodes of a part of the plane without looking at all of them. */

/** A part of the plane, in the units of the picture. */
export interface Window {
  left: number
  right: number
  low: number
  high: number
}

export interface IndexedNode {
  key: string
  x: number
  y: number
  size: number
}

export interface NameIndex {
  /**
   * @param among keys of the nodes that are sought; null for all of them
   * @returns keys of the largest nodes within a window, the largest first
   */
  within(window: Window, most: number, among: ReadonlySet<string> | null): string[]
}

const nodesInCell = 8
const mostCellsAside = 80
/** As many are looked through one by one. */
const fewNodes = 3000

/** @param nodes as they stand now; another index is made when they have moved */
export function createNameIndex(nodes: readonly IndexedNode[]): NameIndex {
  const ranked = [...nodes].sort((a, b) => b.size - a.size || (a.key < b.key ? -1 : 1))
  const bounds = windowOf(ranked)
  const aside = Math.min(mostCellsAside, Math.max(1, Math.ceil(Math.sqrt(ranked.length / nodesInCell))))
  const [width, height] = [(bounds.right - bounds.left) / aside || 1, (bounds.high - bounds.low) / aside || 1]
  const column = (x: number) => Math.min(aside - 1, Math.max(0, Math.floor((x - bounds.left) / width)))
  const row = (y: number) => Math.min(aside - 1, Math.max(0, Math.floor((y - bounds.low) / height)))
  /** Places in the ranking, by cell. */
  const cells: number[][] = Array.from({ length: aside * aside }, () => [])
  ranked.forEach(({ x, y }, rank) => {
    cells[row(y) * aside + column(x)]!.push(rank)
  })

  return {
    within(window, most, among) {
      const isInside = ({ x, y }: IndexedNode) =>
        x >= window.left && x <= window.right && y >= window.low && y <= window.high
      const touched: number[][] = []
      let count = 0
      for (let j = row(window.low); j <= row(window.high); j++) {
        for (let i = column(window.left); i <= column(window.right); i++) {
          const cell = cells[j * aside + i]!
          touched.push(cell)
          count += cell.length
        }
      }
      // Where most of the plane is in sight the first of the ranking are found soon.
      const candidates = count > fewNodes ? ranked.keys() : touched.flat().sort((a, b) => a - b)
      const found: string[] = []
      for (const rank of candidates) {
        const node = ranked[rank]!
        if (isInside(node) && (among === null || among.has(node.key))) found.push(node.key)
        if (found.length >= most) break
      }
      return found
    },
  }
}

function windowOf(nodes: readonly { x: number; y: number }[]): Window {
  const window = { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity }
  for (const { x, y } of nodes) {
    window.left = Math.min(window.left, x)
    window.right = Math.max(window.right, x)
    window.low = Math.min(window.low, y)
    window.high = Math.max(window.high, y)
  }
  return nodes.length === 0 ? { left: 0, right: 1, low: 0, high: 1 } : window
}
