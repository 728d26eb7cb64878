/** Where a sentence has a number that was read from it. */
import type { Span } from '../../../shared/schema.ts'

const numbers = /(?<![\p{L}\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?![\p{L}\d])/gu

/**
 * "16.0" for 16, "1,024" for 1024; the first one behind an offset where there are several.
 * @returns null where the sentence does not have it
 */
export function findNumber(sentence: string, value: number, after: number): Span | null {
  const found = [...sentence.matchAll(numbers)].filter(
    ([written]) => Number(written.replaceAll(',', '')) === Math.abs(value),
  )
  const chosen = found.find(({ index }) => index >= after) ?? found.at(-1)
  return chosen ? { start: chosen.index, end: chosen.index + chosen[0].length } : null
}
