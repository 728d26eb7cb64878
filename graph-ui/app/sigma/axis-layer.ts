/** Years on an axis under the timeline. */
import type { View } from '../../api/contract.ts'
import { placeOfYear } from '../../layout/timeline.ts'
import { surface, type Theme } from '../palette.ts'
import { extentOfFirstYears, type Years } from '../state/first-years.ts'
import type { Brush } from './brush.ts'
import { labelFont, writeWithHalo } from './labels.ts'
import { type Plane, unitLength } from './plane.ts'

export interface Axis extends Years {
  /** Whether some nodes stand before all years, as theirs is not known. */
  hasUndated: boolean
}

/** Pixels: between two years that are named, below the lowest node, and from the lower edge of the window. */
const leastBetween = 44
const below = 34
const fromEdge = 14

/** @returns null where no year is known */
export function axisOf({ nodes }: View): Axis | null {
  const years = extentOfFirstYears(nodes)
  return years && { ...years, hasUndated: nodes.some(({ year }) => year === null) }
}

/** A thin line for each year that has room for its name, which stands under all nodes but never out of the window. */
export function drawAxis(plane: Plane, brush: Brush, axis: Axis | null, theme: Theme): void {
  if (axis === null) return
  const { width, height } = plane.getDimensions()
  const y = Math.min(height - fromEdge, lowestOf(plane) + below)
  const { line, muted, canvas } = surface(theme)
  const yearWidth = (placeOfYear(1) - placeOfYear(0)) * unitLength(plane)
  const across = (year: number) => Math.round(plane.graphToViewport({ x: placeOfYear(year), y: 0 }).x) + 0.5
  const named = namedYears(axis, Math.ceil(leastBetween / yearWidth))
  const names = [
    ...(axis.hasUndated && yearWidth >= leastBetween ? [{ text: 'no year', x: across(axis.first - 1) }] : []),
    ...named.map((year) => ({ text: String(year), x: across(year) })),
  ].filter(({ x }) => x > -leastBetween && x < width + leastBetween)
  brush.save()
  brush.strokeStyle = line
  brush.lineWidth = 1
  brush.beginPath()
  for (const { x } of names) {
    brush.moveTo(x, 0)
    brush.lineTo(x, y - 12)
  }
  brush.stroke()
  brush.font = `600 12px ${labelFont}`
  brush.textAlign = 'center'
  for (const { text, x } of names) writeWithHalo(brush, text, x, y + 4, muted, canvas)
  brush.restore()
}

/** Every year, or every second, fifth, tenth: at least so many years apart. */
function namedYears({ first, last }: Years, leastApart: number): number[] {
  const apart = [1, 2, 5, 10, 20, 50].find((step) => step >= leastApart) ?? 100
  const start = Math.ceil(first / apart) * apart
  return Array.from(
    { length: Math.max(0, Math.floor((last - start) / apart) + 1) },
    (_, i) => start + i * apart,
  )
}

/** Of all nodes, in pixels of the window. */
function lowestOf(plane: Plane): number {
  let lowest = Number.POSITIVE_INFINITY
  plane.getGraph().forEachNode((_, { y }) => {
    lowest = Math.min(lowest, y)
  })
  return plane.graphToViewport({ x: 0, y: Number.isFinite(lowest) ? lowest : 0 }).y
}
