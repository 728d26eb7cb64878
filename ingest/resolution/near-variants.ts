/** Whether two expansions of one acronym are wordings of one thing. */
import { wordsOf } from './normalise-form.ts'

const fillers = new Set(['a', 'an', 'and', 'by', 'for', 'from', 'in', 'of', 'on', 'the', 'to', 'via', 'with'])

/**
 * "Low-Rank Adaptation", "low rank adaption" and "Low-Rank Adaptation of Large Language Models" are wordings of
 * one thing; "recurrent neural network" and "recursive neural network" are not. Only sensible for two forms that
 * share an acronym, which already says a good deal.
 */
export function areNearVariants(a: string, b: string): boolean {
  const x = contentWords(a)
  const y = contentWords(b)
  const shared = Math.min(x.length, y.length)
  if (shared < 2) return x.join('') === y.join('')
  for (let i = 0; i < shared; i++) if (!sameStem(x[i]!, y[i]!)) return false
  return true
}

function contentWords(form: string): string[] {
  return wordsOf(form).filter((word) => !fillers.has(word))
}

function sameStem(a: string, b: string): boolean {
  if (a === b || stem(a) === stem(b)) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return (short.length >= 3 && long.startsWith(short)) || (short.length >= 6 && differByOne(short, long))
}

function stem(word: string): string {
  return word.replace(/(?<=^.{4,})(?:ational|ation|ional|ion|ative|ive|al|ing|ed|ity)$/, '')
}

/** Whether one inserted, left out or replaced letter makes one of the other. */
function differByOne(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  return short.length === long.length
    ? short.slice(i + 1) === long.slice(i + 1)
    : short.slice(i) === long.slice(i + 1)
}
