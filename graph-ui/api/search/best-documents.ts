/** The documents that fit what is looked for best. */
import { wordsNear } from './near-words.ts'
import type { WordIndex } from './word-index.ts'

/** One word that is looked for, and what else counts as it. */
export interface WantedWord {
  word: string
  /** Whether words that begin with it count. */
  isBeginning: boolean
  /** How many changes may make a word of it. */
  changes: number
}

/** A word of the index, and how much it counts. */
interface Match {
  at: number
  weight: number
}

/**
 * @param needsAll whether a document has to have all words; else one is enough, and more count more
 * @returns numbers of documents, the best first, of equal ones the first
 */
export function bestDocuments(
  index: WordIndex,
  wanted: readonly WantedWord[],
  needsAll: boolean,
  most: number,
): number[] {
  const { size, starts, documents, scores } = index
  const sums = new Float64Array(size)
  /** Of each document, how many of the wanted words it has, and the number of the last. */
  const met = new Uint16Array(size)
  const last = new Uint16Array(size)
  for (const [before, word] of wanted.entries()) {
    for (const { at, weight } of matchesOf(index, word)) {
      const end = starts[at + 1]!
      for (let i = starts[at]!; i < end; i++) {
        const document = documents[i]!
        if (needsAll && met[document]! < before) continue
        if (last[document] !== before + 1) {
          last[document] = before + 1
          met[document]!++
        }
        sums[document]! += weight * scores[i]!
      }
    }
  }
  const needed = needsAll ? wanted.length : 1
  for (let document = 0; document < size; document++) {
    const count = met[document]!
    sums[document] = count >= needed ? sums[document]! * count : 0
  }
  return highest(sums, most)
}

/** The places of the highest numbers above 0, of equal ones the first. */
function highest(numbers: Float64Array, most: number): number[] {
  const best: number[] = []
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at]!
    if (number <= 0 || (best.length === most && number <= numbers[best.at(-1)!]!)) continue
    let [from, to] = [0, best.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (numbers[best[middle]!]! >= number) from = middle + 1
      else to = middle
    }
    best.splice(from, 0, at)
    if (best.length > most) best.pop()
  }
  return best
}

/** The word itself, then what begins with it, the less the longer it is, then what is spelt like it; weights as MiniSearch has them. */
function matchesOf(index: WordIndex, { word, isBeginning, changes }: WantedWord): Match[] {
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
