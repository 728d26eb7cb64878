/** Years from left to right: each node stands above the year in which it first appears. */
import { byKey, type LayoutNode, type Places, type TypedEdge } from './graph.ts'
import { lanes, type Pull, type Standing } from './lanes.ts'
import { lineage } from './layers.ts'
import { neighboursIn, untangled } from './rows.ts'
import { nameBox } from './separate.ts'

const yearWidth = 190
const laneHeight = 40
const zeroYear = 2000
/** Of more nodes not all names can be read anyway. */
const mostWithNames = 250
/** Pixels that a picture is about as wide as on the screen: names keep their size there. */
const windowWidth = 900
/** Height of a picture for its width: a flatter one is stretched, up to so many times. */
const leastProportion = 0.5
const mostProportion = 0.7
const mostStretch = 4
/** What comes from something stands on its line rather than on that of what is used with it. */
const lineageWeight = 4

/** Where a year stands on the axis, in units of the picture. */
export function placeOfYear(year: number): number {
  return (year - zeroYear) * yearWidth
}

/** Nodes of one year stand one above the other, near to what they are linked to; those without a year before all. */
export function timeline(view: { nodes: readonly LayoutNode[]; edges: readonly TypedEdge[] }): Places {
  const nodes = [...view.nodes].sort(byKey)
  const known = new Set(nodes.map(({ key }) => key))
  const edges = [...view.edges]
    .filter(({ source, target }) => known.has(source) && known.has(target))
    .sort(byKey)
  const { years, columns } = columnsOf(nodes)
  const rows = untangled(columns, neighboursIn(edges))
  return nodes.length > mostWithNames ? inColumns(years, rows) : inLanes(years, rows, edges)
}

/** The nodes of each year; those without one stand a year before all. */
function columnsOf(nodes: readonly LayoutNode[]): { years: number[]; columns: LayoutNode[][] } {
  const known = nodes.flatMap(({ year }) => year ?? [])
  const first = known.reduce((first, year) => Math.min(first, year), known[0] ?? zeroYear)
  const byYear = new Map<number, LayoutNode[]>()
  for (const node of nodes) {
    const year = node.year ?? first - 1
    const column = byYear.get(year)
    if (column) column.push(node)
    else byYear.set(year, [node])
  }
  const years = [...byYear.keys()].sort((a, b) => a - b)
  return { years, columns: years.map((year) => byYear.get(year)!) }
}

function inColumns(years: readonly number[], rows: readonly (readonly LayoutNode[])[]): Places {
  const places: Places = new Map()
  rows.forEach((row, i) => {
    row.forEach(({ key }, lane) => {
      // Names stand beside their nodes: those of one year take turns, or they would stand in each other's way.
      const aside = row.length > 6 && lane % 2 === 1 ? yearWidth / 4 : 0
      places.set(key, { x: placeOfYear(years[i]!) + aside, y: (lane - (row.length - 1) / 2) * laneHeight })
    })
  })
  return places
}

/**
 * No name covers another node or its name, and the picture is not much flatter than a window. In a wide picture, which
 * is made smaller on the screen, names take more of its units, as far as there is room for that.
 */
function inLanes(
  years: readonly number[],
  rows: readonly (readonly LayoutNode[])[],
  edges: readonly TypedEdge[],
): Places {
  const width = placeOfYear(years.at(-1) ?? 0) - placeOfYear(years[0] ?? 0) + yearWidth
  const pullsOf = pullsIn(edges)
  for (let scale = Math.max(1, width / windowWidth); ; scale = Math.max(1, 0.7 * scale)) {
    const { standing, start } = startingLanes(years, rows, scale)
    const heights = lanes(standing, start, pullsOf)
    const [lowest, highest] = extentOf(heights.values())
    if (scale > 1 && highest - lowest > mostProportion * width) continue
    const missing = (leastProportion * width) / Math.max(1, highest - lowest)
    const stretch = Math.min(mostStretch, Math.max(1, missing))
    const middle = (lowest + highest) / 2
    return new Map(
      standing.map(({ key, x }) => [key, { x, y: round((heights.get(key)! - middle) * stretch) }]),
    )
  }
}

function startingLanes(
  years: readonly number[],
  rows: readonly (readonly LayoutNode[])[],
  scale: number,
): { standing: Standing[]; start: Map<string, number> } {
  const start = new Map<string, number>()
  const standing = rows.flatMap((row, i) =>
    row.map((node, lane) => {
      start.set(node.key, (lane - (row.length - 1) / 2) * laneHeight * scale)
      const { left, right, half } = nameBox(node)
      const x = placeOfYear(years[i]!)
      return { key: node.key, x, left: left * scale, right: right * scale, half: half * scale }
    }),
  )
  return { standing, start }
}

function pullsIn(edges: readonly TypedEdge[]): (key: string) => readonly Pull[] {
  const pulls = new Map<string, Pull[]>()
  const add = (from: string, to: string, weight: number) => {
    const known = pulls.get(from)
    if (known) known.push({ to, weight })
    else pulls.set(from, [{ to, weight }])
  }
  for (const { source, target, type } of edges) {
    if (source === target) continue
    const weight = lineage.has(type) ? lineageWeight : 1
    add(source, target, weight)
    add(target, source, weight)
  }
  return (key) => pulls.get(key) ?? []
}

function extentOf(values: Iterable<number>): [number, number] {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    lowest = Math.min(lowest, value)
    highest = Math.max(highest, value)
  }
  return lowest <= highest ? [lowest, highest] : [0, 0]
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
