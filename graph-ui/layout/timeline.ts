/** Years from left to right: each node stands above the year in which it first appears. */
import { byKey, type LayoutGraph, type LayoutNode, type Places } from './graph.ts'
import { neighboursIn, untangled } from './rows.ts'

const yearWidth = 190
const laneHeight = 40
const zeroYear = 2000

/** Where a year stands on the axis, in units of the picture. */
export function placeOfYear(year: number): number {
  return (year - zeroYear) * yearWidth
}

/** Nodes of one year stand one above the other, near to what they are linked to; those without a year before all. */
export function timeline({ nodes, edges }: LayoutGraph): Places {
  const columns = new Map<number | null, LayoutNode[]>()
  for (const node of [...nodes].sort(byKey)) {
    const known = columns.get(node.year)
    if (known) known.push(node)
    else columns.set(node.year, [node])
  }
  const years = [...columns.keys()].filter((year) => year !== null).sort((a, b) => a - b)
  const first = years[0] ?? zeroYear
  const order: (number | null)[] = columns.has(null) ? [null, ...years] : years
  const known = new Set(nodes.map(({ key }) => key))
  const among = edges.filter(({ source, target }) => known.has(source) && known.has(target))
  const rows = untangled(
    order.map((year) => columns.get(year)!),
    neighboursIn([...among].sort(byKey)),
  )
  const places: Places = new Map()
  rows.forEach((row, i) => {
    const x = placeOfYear(order[i] ?? first - 1)
    row.forEach(({ key }, lane) => {
      // Names stand beside their nodes: those of one year take turns, or they would stand in each other's way.
      const aside = row.length > 6 && lane % 2 === 1 ? yearWidth / 4 : 0
      places.set(key, { x: x + aside, y: (lane - (row.length - 1) / 2) * laneHeight })
    })
  })
  return places
}
