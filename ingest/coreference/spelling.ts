/** How a word may be short for a text: "FactFormer" for "Factorized Transformer". */

/** How the capitals of a word relate to the initials of a text. */
export const initialsKinds = ['none', 'their start', 'their end', 'some', 'all', 'all and more'] as const

export interface Spelling {
  /** Index of `initialsKinds`. */
  initials: number
  /** Tenths of the word's letters that stand in the text in their order, read from the left. */
  letters: number
}

/** @param word a form of one word, as it is written; its plural's "s" counts nothing */
export function spellingOf(word: string, text: string): Spelling {
  const plain = word.replace(/(?<=\p{Lu})s$/u, '').replace(/[^\p{L}\p{N}]/gu, '')
  const letters = plain.toLowerCase()
  const capitals = plain.replace(/[^\p{Lu}\p{N}]/gu, '').toLowerCase() || letters
  const starts = text
    .split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u)
    .map((part) => part.charAt(0).toLowerCase())
    .join('')
  const whole = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const tenths = letters === '' ? 0 : Math.floor((10 * inOrder(letters, whole)) / letters.length)
  return { initials: initialsKinds.indexOf(initialsKind(capitals, starts)), letters: tenths }
}

function initialsKind(capitals: string, starts: string): (typeof initialsKinds)[number] {
  if (starts === capitals) return 'all'
  if (starts.startsWith(capitals)) return 'their start'
  if (starts.endsWith(capitals)) return 'their end'
  if (inOrder(capitals, starts) === capitals.length) return 'some'
  return capitals.startsWith(starts) ? 'all and more' : 'none'
}

/** How many letters are found in a text in their order. */
function inOrder(letters: string, text: string): number {
  let found = 0
  for (const letter of text) if (letter === letters[found]) found++
  return found
}
