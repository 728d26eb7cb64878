/** Whether two expansions of one acronym are wordings of one thing. */
import { wordsOf } from './normalise-form.ts'

const fillers = new Set(['a', 'an', 'and', 'by', 'for', 'from', 'in', 'of', 'on', 'the', 'to', 'via', 'with'])

/**
 * "Low-Rank Adaptation", "low rank adaption" and "Low-Rank Adaptation of Large Language Models" are wordings of
 * one thing; "recurrent neural network" and "recursive neural network" are not, nor are "Gaussian process" and
 * "Gaussian process bandits". Only sensible for two forms that share an acronym, which already says a good deal.
 */
export function areNearVariants(a: string, b: string): boolean {
  const x = wordsOf(a)
  const y = wordsOf(b)
  let i = 0
  let j = 0
  let shared = 0
  for (;;) {
    const [atX, atY] = [i, j]
    while (fillers.has(x[i] ?? '')) i++
    while (fillers.has(y[j] ?? '')) j++
    if (i === x.length || j === y.length) {
      const [words, rest] = i === x.length ? [y, atY] : [x, atX]
      const longer = i < x.length || j < y.length
      return longer ? shared >= 2 && /^(?:of|for)$/.test(words[rest]!) : shared > 0
    }
    if (!sameStem(x[i]!, y[j]!)) return false
    i++
    j++
    shared++
  }
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
