import type { Span } from '../../../shared/schema.ts'
import type { Sentence } from '../../documents.ts'

/**
 * What the encoder sees of a sentence, one piece sequence each: a canonical token, or a run of digits. Some corpora
 * put spaces between the digits of a number; a unit joins them, so that the encoder does not notice.
 */
export interface Unit extends Span {
  text: string
  /** How it is capitalised, an index that the model has an embedding for, see {@link caseCount}. */
  case: number
}

/** Digits or other characters, lower case, Capitalised, single capital, CAPITALS, MixedCase. */
export const caseCount = 6

const digits = /^\p{Nd}/u

export function unitsOf({ tokens }: Sentence): Unit[] {
  const units: Unit[] = []
  let inNumber = false
  for (const { start, end, text } of tokens) {
    const isNumber = digits.test(text)
    const last = units.at(-1)
    if (isNumber && inNumber && last) {
      last.end = end
      last.text += text
    } else units.push({ start, end, text, case: caseOf(text) })
    inNumber = isNumber
  }
  return units
}

function caseOf(text: string): number {
  if (!/^\p{L}/u.test(text)) return 0
  const lower = text.toLowerCase()
  if (text === lower) return 1
  const upper = text.toUpperCase()
  if (text === upper) return text.length === 1 ? 3 : 4
  return text.slice(1) === lower.slice(1) ? 2 : 5
}
