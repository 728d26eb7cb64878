/** Filters as a person would say them. */
import { countOf } from '../numbers.ts'

export function yearsInWords(from: number | null, to: number | null): string {
  if (from === null) return to === null ? 'All years' : `Until ${to}`
  if (to === null) return `Since ${from}`
  return from === to ? `In ${from}` : `${from} to ${to}`
}

export function leastPapersInWords(papers: number): string {
  return papers === 0 ? 'Any number of papers' : `${countOf(papers, 'paper')} or more`
}

export function leastConfidenceInWords(confidence: number): string {
  return confidence === 0 ? 'However sure' : `At least ${Math.round(100 * confidence)} % sure`
}

/** "A", "A and B", "A and 2 others" */
export function namesInWords(names: readonly string[]): string {
  return names.length <= 2 ? names.join(' and ') : `${names[0]} and ${names.length - 1} others`
}

/** "Only A" where that is shorter to say than what is left out. */
export function leftOutInWords(leftOut: readonly string[], kept: readonly string[]): string {
  return kept.length > 0 && kept.length < leftOut.length
    ? `Only ${namesInWords(kept)}`
    : `Without ${namesInWords(leftOut)}`
}
