/** How two surface forms of one thing differ. */
import { initialsOf } from '../entities/forms.ts'

/** How two forms differ, from the least to the most. */
const formDifferences = [
  'case',
  'hyphen or space',
  'plural',
  'spelling',
  'size or version',
  'extension',
  'acronym',
  'head or part',
  'wording',
] as const
export type FormDifference = (typeof formDifferences)[number]

/** The first kind of difference, in that order, under which the forms are equal or one stands for the other. */
export function differenceOf(a: string, b: string): FormDifference {
  if (a.toLowerCase() === b.toLowerCase()) return 'case'
  const [x, y] = [wordsOf(a), wordsOf(b)]
  if (x.join('') === y.join('')) return 'hyphen or space'
  const [sx, sy] = [x.map(singular), y.map(singular)]
  if (sx.join('') === sy.join('')) return 'plural'
  if (respelled(sx) === respelled(sy)) return 'spelling'
  const bare = sx.join('').replace(numbers, '')
  if (bare !== '' && bare === sy.join('').replace(numbers, '')) return 'size or version'
  const [short, long] = sx.length < sy.length ? [sx, sy] : [sy, sx]
  if (short.every((word, at) => word === long[at])) return 'extension'
  if (isShortOf(a, b) || isShortOf(b, a)) return 'acronym'
  if (short.every((word) => long.includes(word))) return 'head or part'
  return 'wording'
}

function isShortOf(short: string, long: string): boolean {
  const letters = short.replace(/s$/, '').replace(/[^\p{L}\p{N}]/gu, '')
  if (!/\p{Lu}.*\p{Lu}/u.test(letters) || /\s/.test(short.trim()) || !/\s|-/.test(long)) return false
  if (letters.toLowerCase() === initialsOf(long)) return true
  let at = 0
  const lower = long.toLowerCase()
  for (const letter of letters.toLowerCase()) {
    at = lower.indexOf(letter, at)
    if (at < 0) return false
    at++
  }
  return lower.startsWith(letters[0]!.toLowerCase())
}

const numbers = /\d+\p{L}?/gu

function wordsOf(form: string): string[] {
  return form.toLowerCase().match(/[\p{L}\p{N}+]+/gu) ?? []
}

function singular(word: string): string {
  return word.replace(/(?:es|s)$/, '')
}

/** American and British spelling alike. */
function respelled(words: string[]): string {
  const letters = words.join('').replace(/s(?=ation|ing|e)/g, 'z')
  return letters.replaceAll('ll', 'l').replaceAll('our', 'or')
}
