import type { Token } from '../documents.ts'

/**
 * Letters (with their combining marks), digits, or one other character that is not white space.
 * Chinese and Japanese characters stand alone: those languages put no space between words.
 * Runs are bounded so that no token, and with it no feature of a token, grows with hostile input.
 */
const tokenPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}]){1,100}|\p{Nd}{1,100}|\S/gu
const longestRun = 100
const ascii = /^[\0-\x7f]*$/

/**
 * The canonical tokens of `text.slice(start, end)`, with offsets into `text`.
 * Corpora differ in how they split "R-CNN"; a tagger that sees only canonical tokens does not notice.
 */
export function tokenise(text: string, start = 0, end: number = text.length): Token[] {
  const part = text.slice(start, end)
  if (ascii.test(part)) return asciiTokens(text, start, start + part.length)
  const tokens: Token[] = []
  for (const match of part.matchAll(tokenPattern)) {
    const from = start + match.index
    tokens.push({ start: from, end: from + match[0].length, text: match[0] })
  }
  return tokens
}

const space = 0
const letter = 1
const digit = 2
const other = 3
/** What each ASCII character is. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/\s/.test(character)) return space
  return /[A-Za-z]/.test(character) ? letter : /[0-9]/.test(character) ? digit : other
})

/** Most text is ASCII, where the same tokens are found without a pattern, many times as fast. */
function asciiTokens(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = []
  for (let from = start; from < end; ) {
    const kind = kinds[text.charCodeAt(from)]!
    let to = from + 1
    if (kind === letter || kind === digit) {
      const limit = Math.min(end, from + longestRun)
      while (to < limit && kinds[text.charCodeAt(to)] === kind) to++
    }
    if (kind !== space) tokens.push({ start: from, end: to, text: text.slice(from, to) })
    from = to
  }
  return tokens
}
