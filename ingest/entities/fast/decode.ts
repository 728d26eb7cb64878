import type { Marginals } from './chain.ts'
import type { FeatureWeights } from './feature-weights.ts'
import { beginLabel, insideLabel, isInside, labelCount, outsideLabel, typeOf } from './labels.ts'

/** The weights of a conditional random field. */
export interface ChainModel {
  /** In units of `scale`. */
  weights: FeatureWeights
  scale: number
  /** Scores of steps at [previous * labelCount + label]. */
  transitions: Float64Array
  /** Their exponentials. */
  potentials: Float64Array
}

/** A run of tokens: the first, and the one after the last. */
export interface TokenSpan {
  first: number
  end: number
  type: number
}

/** The mentions on a path of labels. */
export function spansOf(path: Uint8Array): TokenSpan[] {
  const spans: TokenSpan[] = []
  for (let first = 0; first < path.length; first++) {
    const label = path[first]!
    if (label === outsideLabel || isInside(label)) continue
    let end = first + 1
    while (end < path.length && path[end] === insideLabel(typeOf(label))) end++
    spans.push({ first, end, type: typeOf(label) })
  }
  return spans
}

/** How likely a run of tokens is a mention of a type: the probability of its least likely label. */
export function spanConfidence(
  { labels }: Marginals,
  first: number,
  end: number,
  type: number,
  length: number,
): number {
  let confidence = labels[first * labelCount + beginLabel(type)]!
  for (let at = first + 1; at < end; at++) {
    confidence = Math.min(confidence, labels[at * labelCount + insideLabel(type)]!)
  }
  if (end < length) confidence = Math.min(confidence, 1 - labels[end * labelCount + insideLabel(type)]!)
  return Math.max(0, Math.min(1, confidence))
}
