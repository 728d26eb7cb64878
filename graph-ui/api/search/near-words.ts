/** Words that are spelt nearly like another one. */
import type { WordIndex } from './word-index.ts'

export interface NearWord {
  /** Its place in the index. */
  at: number
  changes: number
}

/**
 * All words that a few changes make of another: a letter too many, too few, another one, or two that are swapped.
 * Words stand in order, so the table of changes is kept for the letters that a word shares with the one before it, and
 * what begins with too many changes is passed over.
 * @returns in the order of the index
 */
export function wordsNear(
  { words, shared }: Pick<WordIndex, 'words' | 'shared'>,
  wanted: string,
  most: number,
): NearWord[] {
  const width = wanted.length + 1
  const longest = wanted.length + most
  // Row i, column j: changes between the first i letters of a word and the first j wanted; what is never reached is too many.
  const table = new Uint16Array((longest + 1) * width).fill(most + 1)
  for (let j = 0; j < width; j++) table[j] = j
  for (let i = 0; i <= longest; i++) table[i * width] = i

  const near: NearWord[] = []
  /** What shares so many letters with the last word that was looked at is not near. */
  let hopeless = Number.POSITIVE_INFINITY
  for (let at = 0; at < words.length; at++) {
    if (shared[at]! >= hopeless) continue
    const word = words[at]!
    hopeless = Number.POSITIVE_INFINITY
    for (let i = shared[at]!; i < word.length; i++) {
      if (i < longest && fillRow(table, word, i, wanted, most) <= most) continue
      hopeless = i + 1
      break
    }
    if (hopeless !== Number.POSITIVE_INFINITY) continue
    const changes = table[word.length * width + wanted.length]!
    if (changes <= most) near.push({ at, changes })
  }
  return near
}

/** Fills the row of the first `i + 1` letters. @returns the fewest changes in it */
function fillRow(table: Uint16Array, word: string, i: number, wanted: string, most: number): number {
  const width = wanted.length + 1
  const row = (i + 1) * width
  const above = row - width
  const letter = word.charCodeAt(i)
  let fewest = table[row]!
  const end = Math.min(wanted.length, i + 1 + most)
  for (let j = Math.max(0, i - most); j < end; j++) {
    const isSame = letter === wanted.charCodeAt(j)
    let changes = Math.min(
      table[above + j]! + (isSame ? 0 : 1),
      table[above + j + 1]! + 1,
      table[row + j]! + 1,
    )
    const isSwapped =
      i > 0 && j > 0 && letter === wanted.charCodeAt(j - 1) && word.charCodeAt(i - 1) === wanted.charCodeAt(j)
    if (isSwapped) changes = Math.min(changes, table[above - width + j - 1]! + 1)
    table[row + j + 1] = changes
    if (changes < fewest) fewest = changes
  }
  return fewest
}
