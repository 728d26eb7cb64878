/** What features need to know of a document and of a sentence beside single words. */
import type { Sentence, TextDocument } from '../../documents.ts'
import { extendPhrase, maxPhrase, type PhraseTable } from './lexicon.ts'
import type { WordAttributes } from './word-attributes.ts'

export interface DocumentFacts {
  /** By normalised form. */
  counts: Map<number, number>
  titleWords: Set<number>
  /** Words that stand with a capital after the first token of a sentence of the abstract. */
  capitals: Set<number>
  /** Whether the title writes its words with capitals. */
  titleCase: boolean
}

/** @param words for each sentence those of its tokens */
export function documentFacts(document: TextDocument, words: WordAttributes[][]): DocumentFacts {
  const counts = new Map<number, number>()
  const titleWords = new Set<number>()
  const capitals = new Set<number>()
  let titleCapitals = 0
  let titleLetters = 0
  for (let index = 0; index < words.length; index++) {
    const inTitle = isTitle(document, document.sentences[index]!)
    const own = words[index]!
    for (let position = 0; position < own.length; position++) {
      const word = own[position]!
      counts.set(word.normal, (counts.get(word.normal) ?? 0) + 1)
      if (inTitle && word.letters && !word.stop) {
        titleWords.add(word.normal)
        titleLetters++
        if (word.capital) titleCapitals++
      }
      if (!inTitle && position > 0 && word.capital) capitals.add(word.lower)
    }
  }
  return { counts, titleWords, capitals, titleCase: titleCapitals > 0.6 * titleLetters }
}

export function isTitle(document: TextDocument, sentence: Sentence): boolean {
  return sentence.start < document.abstractStart
}

/** One of `settings`. */
export function settingOf(document: TextDocument, sentence: Sentence, { titleCase }: DocumentFacts): number {
  return isTitle(document, sentence) ? (titleCase ? 2 : 1) : 0
}

/**
 * For each token the place of the last word of the noun group it may stand in: up to a stop word, punctuation or
 * bracket.
 */
export function headsOf({ tokens }: Sentence, words: WordAttributes[]): Int32Array {
  const heads = new Int32Array(words.length)
  for (let at = words.length - 1; at >= 0; at--) {
    heads[at] = at
    if (at === words.length - 1) continue
    const word = words[at]!
    const next = words[at + 1]!
    const joined = tokens[at]!.text === '-' || tokens[at + 1]!.text === '-'
    if ((next.letters && !next.stop && !word.stop && word.letters) || joined) heads[at] = heads[at + 1]!
  }
  return heads
}

/** Whether a token may be the cue of those after it. */
export function isCue(word: WordAttributes, length: number): boolean {
  return word.letters && !word.capital && !word.stop && length > 2
}

/** How many brackets are open after a token. */
export function depthAfter(text: string, depth: number): number {
  if (text === '(' || text === '[') return depth + 1
  return (text === ')' || text === ']') && depth > 0 ? depth - 1 : depth
}

/**
 * For each token the evidence of the longest known phrase over it, with its place in the phrase; 0 without one.
 * @param firstRow the row of a word as the beginning of a phrase, or -1
 */
export function matchPhrases(
  words: WordAttributes[],
  { rows }: PhraseTable,
  firstRow: (word: WordAttributes) => number,
  evidenceOf: (row: number, hash: number) => number,
): Int32Array {
  const result = new Int32Array(words.length)
  for (let start = 0; start < words.length; ) {
    let row = firstRow(words[start]!)
    if (row < 0) {
      start++
      continue
    }
    let hash = extendPhrase(0, words[start]!.normal)
    let end = start
    let evidence = 0
    const limit = Math.min(words.length, start + maxPhrase)
    for (let at = start; row >= 0; ) {
      const value = evidenceOf(row, hash)
      if (value > 0) {
        end = at + 1
        evidence = value
      }
      if (++at >= limit) break
      hash = extendPhrase(hash, words[at]!.normal)
      row = rows.row(hash)
    }
    markPlaces(result, start, end, evidence)
    start = Math.max(start + 1, end)
  }
  return result
}

function markPlaces(result: Int32Array, start: number, end: number, value: number): void {
  for (let at = start; at < end; at++) {
    const place = end - start === 1 ? 0 : at === start ? 1 : at === end - 1 ? 2 : 3
    result[at] = value * 4 + place
  }
}
