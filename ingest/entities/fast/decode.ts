import type { Sentence } from '../../documents.ts'
import type { FeatureTable } from '../../weights/feature-table.ts'
import { bestPath, type Marginals } from './chain.ts'
import type { SentenceFeatures } from './features.ts'
import { beginLabel, insideLabel, isInside, labelCount, outsideLabel, typeOf } from './labels.ts'

/** The weights of a conditional random field. */
export interface ChainModel {
  features: FeatureTable
  /** Weights at [row * labelCount + label], in units of `scale`. */
  weights: Int8Array
  scale: number
  /** Scores of steps at [previous * labelCount + label]. */
  transitions: Float64Array
}

/** Scores of the labels at each token, at [position * labelCount + label]. */
export function emissionsOf(model: ChainModel, features: SentenceFeatures): Float64Array {
  const { weights, scale } = model
  const emissions = new Float64Array(features.length * labelCount)
  const sums = new Int32Array(labelCount)
  for (let at = 0; at < features.length; at++) {
    sums.fill(0)
    const hashes = features[at]!
    for (let index = 0; index < hashes.length; index++) {
      const row = model.features.row(hashes[index]!)
      if (row < 0) continue
      const from = row * labelCount
      for (let label = 0; label < labelCount; label++) sums[label]! += weights[from + label]!
    }
    for (let label = 0; label < labelCount; label++) emissions[at * labelCount + label] = sums[label]! * scale
  }
  return emissions
}

/** A run of tokens: the first, and the one after the last. */
export interface TokenSpan {
  first: number
  end: number
  type: number
}

/**
 * The mentions on the best path.
 * @param boldness taken from the score of the outside label: above 0 more is found, and more of it wrong
 */
export function spansAt(
  emissions: Float64Array,
  sentence: Sentence,
  transitions: Float64Array,
  boldness: number,
): TokenSpan[] {
  const length = sentence.tokens.length
  const shifted = emissions.slice()
  for (let at = 0; at < length; at++) shifted[at * labelCount + outsideLabel]! -= boldness
  const path = bestPath(shifted, length, transitions)
  const spans: TokenSpan[] = []
  for (let first = 0; first < length; first++) {
    const label = path[first]!
    if (label === outsideLabel || isInside(label)) continue
    let end = first + 1
    while (end < length && path[end] === insideLabel(typeOf(label))) end++
    spans.push({ first, end, type: typeOf(label) })
  }
  return spans
}

/** How likely a run of tokens is a mention of a type: the probability of its least likely label. */
export function spanConfidence(
  { labels }: Marginals,
  { first, end, type }: TokenSpan,
  length: number,
): number {
  let confidence = labels[first * labelCount + beginLabel(type)]!
  for (let at = first + 1; at < end; at++) {
    confidence = Math.min(confidence, labels[at * labelCount + insideLabel(type)]!)
  }
  if (end < length) confidence = Math.min(confidence, 1 - labels[end * labelCount + insideLabel(type)]!)
  return Math.max(0, Math.min(1, confidence))
}
