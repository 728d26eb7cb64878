/** Years on an axis under the timeline. */
import type { View } from '../../api/contract.ts'
import { placeOfYear } from '../../layout/timeline.ts'
import { surface, type Theme } from '../palette.ts'
import { extentOfFirstYears, type Years } from '../state/first-years.ts'
import { labelFont } from './labels.ts'
import { type Renderer, unitLength } from './plane.ts'

export interface Axis extends Years {
  /** Whether some nodes stand before all years, as theirs is not known. */
  hasUndated: boolean
  /** Of all nodes, in the units of the picture. */
  lowest: number
}

/** Pixels: between two years that are named, below the lowest node, and from the lower edge of the window. */
const leastBetween = 44
const below = 34
const fromEdge = 14

/** @returns null where no year is known */
export function axisOf({ nodes }: View): Axis | null {
  const years = extentOfFirstYears(nodes)
  if (years === null) return null
  const lowest = nodes.reduce((lowest, { y }) => Math.min(lowest, y), Number.POSITIVE_INFINITY)
  return { ...years, hasUndated: nodes.some(({ year }) => year === null), lowest }
}

/** A thin line for each year that has room for its name, which stands under all nodes but never out of the window. */
export function drawAxis(
  sigma: Renderer,
  context: CanvasRenderingContext2D,
  axis: Axis | null,
  theme: Theme,
): void {
  if (axis === null) return
  const { width, height } = sigma.getDimensions()
  const y = Math.min(height - fromEdge, sigma.graphToViewport({ x: 0, y: axis.lowest }).y + below)
  const { line, muted, canvas } = surface(theme)
  const yearWidth = (placeOfYear(1) - placeOfYear(0)) * unitLength(sigma)
  const across = (year: number) => Math.round(sigma.graphToViewport({ x: placeOfYear(year), y: 0 }).x) + 0.5
  const named = namedYears(axis, Math.ceil(leastBetween / yearWidth))
  const names = [
    ...(axis.hasUndated && yearWidth >= leastBetween ? [{ text: 'no year', x: across(axis.first - 1) }] : []),
    ...named.map((year) => ({ text: String(year), x: across(year) })),
  ].filter(({ x }) => x > -leastBetween && x < width + leastBetween)
  context.save()
  context.strokeStyle = line
  context.lineWidth = 1
  context.beginPath()
  for (const { x } of names) {
    context.moveTo(x, 0)
    context.lineTo(x, y - 12)
  }
  context.stroke()
  context.font = `600 12px ${labelFont}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = canvas
  context.fillStyle = muted
  for (const { text, x } of names) {
    context.strokeText(text, x, y)
    context.fillText(text, x, y)
  }
  context.restore()
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
