import type { Span } from '../../../shared/schema.ts'
import type { Encoding } from './encoder.ts'

/** A run of units: the first, and the one after the last. */
export type UnitRun = [number, number]

/** The units that a span of the text covers; null where it covers none that the encoder has read. */
export function unitRunOf({ units }: Pick<Encoding, 'units'>, { start, end }: Span): UnitRun | null {
  let low = 0
  let high = units.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (units[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  if (low >= units.length || units[low]!.start >= end) return null
  let after = low + 1
  while (after < units.length && units[after]!.start < end) after++
  return [low, after]
}
