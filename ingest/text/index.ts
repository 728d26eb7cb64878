import { type Paper, paperText, type Span } from '../../shared/schema.ts'
import type { Sentence, TextDocument } from '../documents.ts'
import { splitIntoSentences } from './sentences.ts'
import { tokenise } from './tokens.ts'

/** A sentence with more tokens is broken here: later stages look at pairs within a sentence. */
const maxTokens = 400

/**
 * Splits a paper's text into sentences and tokens; takes any string and never throws.
 * @returns `text` is that of `paperText`, all offsets point into it; every character that is not white space
 *   is in a token of a sentence
 */
export function splitText(paper: Pick<Paper, 'title' | 'abstract'>): TextDocument {
  const text = paperText(paper)
  const abstractStart = paper.title ? paper.title.length + 1 : 0
  const sentences = [
    ...sentencesOf(text, [{ start: 0, end: abstractStart }]),
    ...sentencesOf(text, splitIntoSentences(text, abstractStart, text.length)),
  ]
  return { text, abstractStart, sentences }
}

/** The sentences at given spans of a text, tokenised; those that are too long are broken, empty ones left out. */
export function sentencesOf(text: string, spans: Span[]): Sentence[] {
  const sentences: Sentence[] = []
  for (const span of spans) {
    const tokens = tokenise(text, span.start, span.end)
    for (let first = 0; first < tokens.length; first += maxTokens) {
      const part = tokens.slice(first, first + maxTokens)
      sentences.push({ start: part[0]!.start, end: part.at(-1)!.end, tokens: part })
    }
  }
  return sentences
}
