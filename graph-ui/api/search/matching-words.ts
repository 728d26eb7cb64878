/** The words of an index that count as a word that is looked for. */
import { wordsNear } from './near-words.ts'
import type { WordIndex } from './word-index.ts'

export interface Match {
  /** Its place among the words of the index. */
  at: number
  /** How much it counts. */
  weight: number
}

/**
 * The word itself, then what begins with it, the less the longer it is, then what is spelt like it; weights as
 * MiniSearch has them.
 * @param isBeginning whether words that begin with it count
 * @param changes how many changes may make a word of it
 */
export function matchesOf(
  index: WordIndex,
  word: string,
  { isBeginning, changes }: { isBeginning: boolean; changes: number },
): Match[] {
  const { words } = index
  const matches: Match[] = []
  const taken = new Set<number>()
  for (let at = firstFrom(words, word); at < words.length; at++) {
    const found = words[at]!
    if (found !== word && !(isBeginning && found.startsWith(word))) break
    const more = found.length - word.length
    const weight = more === 0 ? 1 : (0.375 * found.length) / (found.length + 0.3 * more)
    matches.push({ at, weight })
    taken.add(at)
  }
  if (changes === 0) return matches
  for (const near of wordsNear(index, word, changes)) {
    if (taken.has(near.at)) continue
    const { length } = words[near.at]!
    matches.push({ at: near.at, weight: (0.45 * length) / (length + near.changes) })
  }
  return matches
}

/** Where the first word stands that is not before this one. */
function firstFrom(words: readonly string[], word: string): number {
  let [from, to] = [0, words.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (words[middle]! < word) from = middle + 1
    else to = middle
  }
  return from
}
