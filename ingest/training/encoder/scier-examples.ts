import { readFileSync } from 'node:fs'
import type { Span } from '../../../shared/schema.ts'
import { conceptTypes } from '../../../shared/schema.ts'
import type { Vocabulary } from '../../entities/encoder/vocabulary.ts'
import { sentencesOf } from '../../text/index.ts'
import { type DocumentExample, type EntitySet, unitIndexOf, windowExamples } from './examples.ts'

/** SciER's relations, in the order of the model's labels. */
export const scierRelations = [
  'Used-For',
  'Part-Of',
  'SubClass-Of',
  'SubTask-Of',
  'Trained-With',
  'Evaluated-With',
  'Benchmark-For',
  'Compare-With',
  'Synonym-Of',
] as const

interface ScierSentence {
  doc_id: string
  sentence: string
  ner: [string, string][]
  rel: [string, string, string][]
}

/**
 * SciER's sentences (`LLM_*.jsonl`) as one document for each paper, every mention an entity of its own.
 * Mentions carry no offsets there: longer ones are placed first, each at its first free place.
 */
export function scierExamples(file: string, vocabulary: Vocabulary, maxPieces: number): DocumentExample[] {
  const papers = new Map<string, ScierSentence[]>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line.trim()) continue
    const sentence = JSON.parse(line) as ScierSentence
    const paper = papers.get(sentence.doc_id)
    if (paper) paper.push(sentence)
    else papers.set(sentence.doc_id, [sentence])
  }
  return [...papers].map(([id, sentences]) => paperExample(id, sentences, vocabulary, maxPieces))
}

interface Place extends Span {
  type: number
  surface: string
}

function paperExample(
  id: string,
  sentences: ScierSentence[],
  vocabulary: Vocabulary,
  maxPieces: number,
): DocumentExample {
  const text = sentences.map(({ sentence }) => sentence).join(' ')
  const spans: Span[] = []
  const places: Place[] = []
  const stated: [number, number, number][] = []
  let start = 0
  for (const { sentence, ner, rel } of sentences) {
    spans.push({ start, end: start + sentence.length })
    const base = places.length
    const own = placesOf(sentence, ner)
    for (const place of own) places.push({ ...place, start: start + place.start, end: start + place.end })
    for (const [head, label, tail] of rel) {
      const pair = nearestPair(own, head, tail)
      const relation = scierRelations.indexOf(label as (typeof scierRelations)[number])
      if (pair && relation >= 0) stated.push([base + pair[0], base + pair[1], relation])
    }
    start += sentence.length + 1
  }
  const document = { text, abstractStart: 0, sentences: sentencesOf(text, spans) }
  const index = unitIndexOf(document, vocabulary, maxPieces)
  const labelOf = new Map<number, number>()
  for (const { tokens } of document.sentences) {
    for (const token of tokens) {
      const place = places.find((other) => other.start <= token.start && token.end <= other.end)
      if (place) labelOf.set(token.start, 2 * place.type + (place.start === token.start ? 1 : 2))
    }
  }
  const kept = places.map((place) => index.unitsIn(place))
  const set: EntitySet = {
    types: places.map(({ type }) => type),
    mentions: kept.map((units) => (units ? [units] : [])),
    roles: [],
    relations: stated,
  }
  return { id, windows: windowExamples(index.windows, (at) => labelOf.get(at) ?? 0), sets: [set] }
}

function placesOf(sentence: string, ner: ScierSentence['ner']): Place[] {
  const padded = ` ${sentence} `
  const places: Place[] = []
  for (const [surface, type] of [...ner].sort((a, b) => b[0].length - a[0].length)) {
    for (let at = padded.indexOf(` ${surface} `); at >= 0; at = padded.indexOf(` ${surface} `, at + 1)) {
      const end = at + surface.length
      if (places.some((place) => place.start < end && at < place.end)) continue
      places.push({ start: at, end, type: conceptTypes.indexOf(type as 'Method'), surface })
      break
    }
  }
  return places.sort((a, b) => a.start - b.start)
}

/** Where a surface stands several times in the sentence, the two that are nearest. */
function nearestPair(places: Place[], head: string, tail: string): [number, number] | null {
  let best: [number, number] | null = null
  let shortest = Number.POSITIVE_INFINITY
  places.forEach((a, from) => {
    places.forEach((b, to) => {
      if (from === to || a.surface !== head || b.surface !== tail) return
      const gap = Math.max(a.start, b.start) - Math.min(a.end, b.end)
      if (gap >= shortest) return
      shortest = gap
      best = [from, to]
    })
  })
  return best
}
