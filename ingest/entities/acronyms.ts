import type { Span } from '../../shared/schema.ts'
import type { Sentence, TextDocument } from '../documents.ts'
import { matchLongForm, spelledOutLength, titledLength } from './long-form.ts'

/** A short form and the long form that the text gives for it. */
export interface AcronymDefinition {
  short: Span
  long: Span
}

/**
 * Finds definitions of short forms: "Low-Rank Adaptation (LoRA)", reversed, "LoRA (Low-Rank Adaptation)", and those of
 * titles, "LoRA: Low-Rank Adaptation of Large Language Models".
 * Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text,
 * Pacific Symposium on Biocomputing 2003; how a long form is recognised is in `long-form.ts`.
 * Both forms are spans of the text; nothing is made up.
 */
export function findAcronyms(document: TextDocument): AcronymDefinition[] {
  const known = found.get(document)
  if (known) return known
  const made = readAcronyms(document)
  found.set(document, made)
  return made
}

/** Both the tagger and the grouping of its mentions ask for them. */
const found = new WeakMap<TextDocument, AcronymDefinition[]>()

function readAcronyms(document: TextDocument): AcronymDefinition[] {
  const bracketed = document.sentences.flatMap((sentence) => acronymsIn(document.text, sentence))
  const titled = acronymOfTitle(document)
  return titled ? [...bracketed, titled] : bracketed
}

/** "NIMA: Neural Image Assessment". */
function acronymOfTitle({ text, abstractStart, sentences }: TextDocument): AcronymDefinition | null {
  const [first] = sentences
  if (!first || first.start >= abstractStart) return null
  const { start, end } = first
  const colon = text.slice(start, end).search(/:\s/)
  const short = text.slice(start, start + colon)
  if (colon < 0 || /\s/.test(short) || !isShort(short)) return null
  const from = start + colon + 2
  const length = titledLength(short, text.slice(from, end))
  return length === null
    ? null
    : { short: { start, end: start + colon }, long: { start: from, end: from + length } }
}

function acronymsIn(text: string, sentence: Sentence): AcronymDefinition[] {
  const { tokens } = sentence
  const found: AcronymDefinition[] = []
  for (let open = 1; open < tokens.length; open++) {
    if (tokens[open]!.text !== '(' && tokens[open]!.text !== '[') continue
    const close = closingOf(sentence, open)
    if (close <= open + 1) continue
    const inner = innerSpan(sentence, open, close)
    const innerText = text.slice(inner.start, inner.end)
    const outerEnd = tokens[open - 1]!.end
    if (isShort(innerText)) {
      const long = longFormBefore(text, sentence, open, innerText)
      if (long) found.push({ short: inner, long })
    }
    // Reversed: the word before the bracket is short for what is in it.
    const word = wordBefore(sentence, open)
    const wordText = text.slice(word, outerEnd)
    if (isShort(wordText) && innerText.length > wordText.length && !/[;:]/.test(innerText)) {
      const length = spelledOutLength(wordText, innerText)
      if (length !== null) {
        found.push({
          short: { start: word, end: outerEnd },
          long: { start: inner.start, end: inner.start + length },
        })
      }
    }
  }
  return found
}

function closingOf(sentence: Sentence, open: number): number {
  const closing = sentence.tokens[open]!.text === '(' ? ')' : ']'
  for (let at = open + 1; at < Math.min(sentence.tokens.length, open + 40); at++) {
    if (sentence.tokens[at]!.text === closing) return at
  }
  return -1
}

/** What the bracket holds, up to a separator: "(LSTM; Hochreiter, 1997)" defines LSTM. */
function innerSpan(sentence: Sentence, open: number, close: number): Span {
  const { tokens } = sentence
  let end = open + 1
  while (end + 1 < close && tokens[end + 1]!.text !== ';' && tokens[end + 1]!.text !== ',') end++
  return { start: tokens[open + 1]!.start, end: tokens[end]!.end }
}

function wordBefore(sentence: Sentence, open: number): number {
  let at = open - 1
  while (at > 0 && sentence.tokens[at]!.start === sentence.tokens[at - 1]!.end) at--
  return sentence.tokens[at]!.start
}

/** As in the paper: at most two words, 2 to 10 characters, a letter in it, an alphanumeric start; here also a capital. */
function isShort(form: string): boolean {
  return (
    form.length >= 2 &&
    form.length <= 14 &&
    form.split(/\s+/).length <= 2 &&
    /^[\p{L}\p{N}]/u.test(form) &&
    /\p{Lu}/u.test(form)
  )
}

/** The long form that ends right before the bracket: at most min(n + 5, 2n) words for n characters. */
function longFormBefore(text: string, sentence: Sentence, open: number, short: string): Span | null {
  const { tokens } = sentence
  const size = short.replace(/[^\p{L}\p{N}]/gu, '').length
  let words = 0
  let first = open
  while (first > 0 && words < Math.min(size + 5, size * 2)) {
    first--
    const token = tokens[first]!
    if (/^[.;:()[\]]$/.test(token.text)) {
      first++
      break
    }
    if (first === 0 || tokens[first - 1]!.end < token.start) words++
  }
  if (first >= open) return null
  const end = tokens[open - 1]!.end
  const base = tokens[first]!.start
  const start = matchLongForm(short, text.slice(base, end))
  if (start === null) return null
  const long = { start: base + start, end }
  return long.end - long.start > short.length ? long : null
}
