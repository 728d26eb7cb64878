import { conceptTypes, type Mention } from '../../../shared/schema.ts'
import type { TextDocument } from '../../documents.ts'
import { logisticOfEach } from '../../weights/probabilities.ts'
import type { Candidate } from './candidates.ts'

/** Logistic regression over the signs of candidates, one for each type. */
export interface SelectionModel {
  /** For each sign its weights, by the order of `conceptTypes`. */
  weights: Map<string, number[]>
  /** A candidate is kept where a type's probability reaches this. */
  threshold: number
}

/** The probability of each type, by the order of `conceptTypes`. */
export function probabilitiesOf(signs: string[], weights: Map<string, number[]>): number[] {
  const sums = new Float64Array(conceptTypes.length)
  for (const sign of signs) {
    const row = weights.get(sign)
    if (row) for (let type = 0; type < sums.length; type++) sums[type]! += row[type]!
  }
  return logisticOfEach(sums, 1)
}

/** Keeps what is probable; of candidates that overlap the more probable. Sorted by start. */
export function selectMentions(
  document: TextDocument,
  candidates: Candidate[],
  model: SelectionModel,
): Mention[] {
  const scored = candidates
    .map(({ places, signs }) => {
      const probabilities = probabilitiesOf(signs, model.weights)
      const confidence = Math.max(...probabilities)
      return { places, confidence, type: conceptTypes[probabilities.indexOf(confidence)]! }
    })
    .filter(({ confidence }) => confidence >= model.threshold)
    .sort((a, b) => b.confidence - a.confidence)
  const taken = document.sentences.map(({ tokens }) => new Uint8Array(tokens.length))
  const mentions: Mention[] = []
  for (const { places, confidence, type } of scored) {
    for (const { sentence, first, end } of places) {
      const row = taken[sentence]!
      if (row.subarray(first, end).includes(1)) continue
      row.fill(1, first, end)
      const { tokens } = document.sentences[sentence]!
      const [start, stop] = [tokens[first]!.start, tokens[end - 1]!.end]
      const surface = document.text.slice(start, stop)
      mentions.push({ start, end: stop, surface, type, confidence: Math.round(confidence * 1000) / 1000 })
    }
  }
  return mentions.sort((a, b) => a.start - b.start)
}
