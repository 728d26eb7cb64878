import nlp from 'compromise/one'
import type { Span } from '../../shared/schema.ts'
import { abbreviations } from './abbreviations.ts'

/** The part of compromise's tokenizer that is used here; its published types leave it open. */
interface CompromiseTokenizer {
  splitSentences(text: string, world: unknown): string[]
  isSentence(text: string, abbreviations: Record<string, true>): boolean
}
const { splitSentences, isSentence } = (
  nlp.methods() as unknown as { one: { tokenize: CompromiseTokenizer } }
).one.tokenize

const known: Record<string, true> = Object.fromEntries(abbreviations.map((word) => [word, true]))
const lastWord = /(?:^|[\s([{"'“‘,;/])([^\s([{"'“‘,;/]+)\.\s*$/u
/** "on dataset A. We": one capital after a common word ends a sentence, "by J. Smith" does not. */
const labelledThing =
  /\b(?:model|dataset|data|task|type|class|set|group|version|phase|stage|case|system|method) [A-Z]\.\s*$/

const world = {
  methods: {
    one: {
      tokenize: {
        isSentence(text: string): boolean {
          // The end decides; looking at no more keeps a run of abbreviations from taking quadratic time.
          const ending = text.slice(-80)
          const word = lastWord.exec(ending)?.[1]?.toLowerCase()
          if (word !== undefined && Object.hasOwn(known, word)) return false
          return labelledThing.test(ending) || isSentence(ending, known)
        },
      },
    },
  },
  model: { one: { abbreviations: known } },
}

/** Longer stretches without a break are cut, so that the splitter's time stays linear in the text's length. */
const maxStretch = 5_000

/**
 * Splits a text into sentences by the rules of compromise, with abbreviations of scientific prose.
 * A single line break is white space (arXiv breaks its lines), an empty line ends a sentence.
 * @returns spans in order, trimmed; together they hold every character that is not white space
 */
export function splitIntoSentences(text: string, start: number, end: number): Span[] {
  const spans: Span[] = []
  for (const stretch of stretches(text, start, end)) {
    let position = stretch.start
    // Only lengths are read from what the splitter returns, so white space can be made plain for it.
    const plain = text.slice(stretch.start, stretch.end).replace(/\s/g, ' ')
    for (const sentence of splitSentences(plain, world)) {
      const trimmed = trim(text, position, position + sentence.length)
      if (trimmed) spans.push(trimmed)
      position += sentence.length
    }
  }
  return spans
}

function* stretches(text: string, start: number, end: number): Generator<Span> {
  const emptyLine = /\n[^\S\n]*\n/g
  emptyLine.lastIndex = start
  let from = start
  while (from < end) {
    const found = emptyLine.exec(text)
    const to = found ? Math.min(found.index, end) : end
    while (to - from > maxStretch) {
      const cut = cutBefore(text, from, from + maxStretch)
      yield { start: from, end: cut }
      from = cut
    }
    if (to > from) yield { start: from, end: to }
    if (!found) return
    from = Math.max(to, emptyLine.lastIndex)
  }
}

/** After the last full stop of the stretch's second half, else at its last white space, else inside of a word. */
function cutBefore(text: string, start: number, end: number): number {
  const stop = text.slice(start + maxStretch / 2, end).lastIndexOf('. ')
  if (stop >= 0) return start + maxStretch / 2 + stop + 1
  for (let at = end; at > start + maxStretch / 2; at--) if (/\s/.test(text[at]!)) return at
  // A character of two code units stays whole.
  const isLowSurrogate = (text.charCodeAt(end) & 0xfc00) === 0xdc00
  return isLowSurrogate ? end - 1 : end
}

function trim(text: string, start: number, end: number): Span | null {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return start < end ? { start, end } : null
}
