import { readFileSync } from 'node:fs'
import { type ConceptType, conceptTypes, type Span } from '../../../shared/schema.ts'
import { beginLabel, insideLabel, outsideLabel } from '../../entities/fast/labels.ts'
import { sentencesOf } from '../../text/index.ts'
import type { LabelledDocument } from './labelled-documents.ts'

interface ScierSentence {
  doc_id: string
  /** Tokens joined by single spaces. */
  sentence: string
  /** Surface and type of each mention, without its place. */
  ner: [string, ConceptType][]
}

/**
 * Reads SciER's training sentences (`LLM_train.jsonl`) as one document for each paper. Mentions carry no offsets
 * there: longer ones are placed first, each at its first free place.
 * @throws where the file is missing or a line is not JSON
 */
export function readScierSentences(file: string): LabelledDocument[] {
  const papers = new Map<string, ScierSentence[]>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line.trim()) continue
    const sentence = JSON.parse(line) as ScierSentence
    const paper = papers.get(sentence.doc_id)
    if (paper) paper.push(sentence)
    else papers.set(sentence.doc_id, [sentence])
  }
  return [...papers.values()].map(labelPaper)
}

function labelPaper(sentences: ScierSentence[]): LabelledDocument {
  const text = sentences.map(({ sentence }) => sentence).join(' ')
  const spans: Span[] = []
  const mentions: (Span & { type: number })[] = []
  let start = 0
  for (const { sentence, ner } of sentences) {
    spans.push({ start, end: start + sentence.length })
    for (const place of placesOf(sentence, ner)) {
      mentions.push({ start: start + place.start, end: start + place.end, type: place.type })
    }
    start += sentence.length + 1
  }
  const document = { text, abstractStart: 0, sentences: sentencesOf(text, spans) }
  const labels = document.sentences.map(({ tokens }) => {
    const row = new Uint8Array(tokens.length).fill(outsideLabel)
    tokens.forEach((token, index) => {
      const mention = mentions.find((other) => other.start <= token.start && token.end <= other.end)
      if (mention)
        row[index] = mention.start === token.start ? beginLabel(mention.type) : insideLabel(mention.type)
    })
    return row
  })
  return { document, labels }
}

function placesOf(sentence: string, ner: ScierSentence['ner']): (Span & { type: number })[] {
  const padded = ` ${sentence} `
  const places: (Span & { type: number })[] = []
  for (const [surface, type] of [...ner].sort((a, b) => b[0].length - a[0].length)) {
    for (let at = padded.indexOf(` ${surface} `); at >= 0; at = padded.indexOf(` ${surface} `, at + 1)) {
      const end = at + surface.length
      if (places.some((place) => place.start < end && at < place.end)) continue
      places.push({ start: at, end, type: conceptTypes.indexOf(type) })
      break
    }
  }
  return places
}
