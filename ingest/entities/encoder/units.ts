import type { Span } from '../../../shared/schema.ts'
import type { Sentence } from '../../documents.ts'

/**
 * What the encoder sees of a sentence, one piece sequence each: a canonical token, or a run of digits. Some corpora
 * put spaces between the digits of a number; a unit joins them, so that the encoder does not notice.
 */
export interface Unit extends Span {
  text: string
  /** Digits or signs 0, lower case 1, Capitalised 2, a single capital 3, CAPITALS 4, MixedCase 5. */
  case: number
}

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
