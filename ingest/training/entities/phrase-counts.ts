import { conceptTypes } from '../../../shared/schema.ts'
import type { TextDocument } from '../../documents.ts'
import {
  hashPhrase,
  maxPhrase,
  normaliseToken,
  type PhraseCounts,
  type PhraseNumbers,
} from '../../entities/fast/lexicon.ts'
import { type LabelledDocument, labelledSpans } from './labelled-documents.ts'

export interface PhraseCounting {
  phrases: PhraseNumbers[]
  /** For each document what it alone contributes, by phrase hash. */
  own: Map<number, PhraseCounts>[]
}

/** Counts for each annotated phrase the documents that annotate it, by type, and those in which it stands. */
export function countPhrases(documents: LabelledDocument[]): PhraseCounting {
  const annotated = documents.map((document) => annotatedPhrases(document))
  const known = new Map<string, number[]>()
  for (const phrases of annotated) {
    for (const phrase of phrases.keys()) known.set(phrase, new Array(conceptTypes.length + 1).fill(0))
  }
  const own = documents.map(({ document }, index) => {
    const counts = new Map<number, PhraseCounts>()
    for (const phrase of standingPhrases(document, known)) {
      const total = known.get(phrase)!
      const types = annotated[index]!.get(phrase)
      const marks = conceptTypes.map((_, type) => (types?.has(type) ? 1 : 0))
      marks.forEach((mark, type) => {
        total[type]! += mark
      })
      total[conceptTypes.length]! += 1
      counts.set(hashPhrase(phrase.split(' ')), { annotated: marks, documents: 1 })
    }
    return counts
  })
  const phrases = [...known].sort(([a], [b]) => (a < b ? -1 : 1))
  return { phrases, own }
}

function annotatedPhrases({ document, labels }: LabelledDocument): Map<string, Set<number>> {
  const phrases = new Map<string, Set<number>>()
  for (const { sentence, first, end, type } of labelledSpans(labels)) {
    if (end - first > maxPhrase) continue
    const tokens = document.sentences[sentence]!.tokens.slice(first, end)
    const phrase = tokens.map((token) => normaliseToken(token.text)).join(' ')
    phrases.set(phrase, (phrases.get(phrase) ?? new Set()).add(type))
  }
  return phrases
}

function standingPhrases(document: TextDocument, known: Map<string, unknown>): Set<string> {
  const found = new Set<string>()
  for (const { tokens } of document.sentences) {
    const words = tokens.map((token) => normaliseToken(token.text))
    for (let start = 0; start < words.length; start++) {
      let phrase = ''
      for (let end = start; end < Math.min(words.length, start + maxPhrase); end++) {
        phrase += (end > start ? ' ' : '') + words[end]
        if (known.has(phrase)) found.add(phrase)
      }
    }
  }
  return found
}
