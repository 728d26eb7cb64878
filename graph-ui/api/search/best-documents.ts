/** The documents that fit what is looked for best. */
import type { Match } from './matching-words.ts'
import type { WordIndex } from './word-index.ts'

/**
 * @param matches of each word that is looked for, the words that count as it
 * @param needsAll whether a document has to have all words; else one is enough, and more count more
 * @returns numbers of documents, the best first, of equal ones the first
 */
export function bestDocuments(
  index: WordIndex,
  matches: readonly (readonly Match[])[],
  needsAll: boolean,
  most: number,
): number[] {
  if (needsAll && matches.some(({ length }) => length === 0)) return []
  const { size, starts, documents, scores } = index
  const sums = new Float64Array(size)
  /** Of each document, how many of the wanted words it has, and the number of the last. */
  const met = new Uint16Array(size)
  const last = new Uint16Array(size)
  for (const [before, ofWord] of matches.entries()) {
    for (const { at, weight } of ofWord) {
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
  const needed = needsAll ? matches.length : 1
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
