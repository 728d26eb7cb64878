/** Measuring text is slow, and the same names are drawn in every frame. */
import type { Measure } from './brush.ts'

export type WidthOf = (context: Measure, text: string, font: string) => number

const mostKept = 2000

/** @returns a measure that remembers what it measured, and forgets all of it where that gets too much */
export function createTextWidths(): WidthOf {
  const widths = new Map<string, number>()
  return (context, text, font) => {
    const name = `${font} ${text}`
    const known = widths.get(name)
    if (known !== undefined) return known
    context.font = font
    const { width } = context.measureText(text)
    if (widths.size >= mostKept) widths.clear()
    widths.set(name, width)
    return width
  }
}
