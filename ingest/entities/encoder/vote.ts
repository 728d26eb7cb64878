/** Mentions where an encoder and a conditional random field vote on every label. */
import { conceptTypes, type Mention } from '../../../shared/schema.ts'
import type { TextDocument } from '../../documents.ts'
import { bestPath, forbidSteps } from '../fast/chain.ts'
import { beginLabel, insideLabel, isInside, labelCount, outsideLabel, typeOf } from '../fast/labels.ts'
import type { Encoding } from './encoder.ts'

export interface Voting {
  /** Share of the encoder's word, in 0..1; the rest is the random field's. */
  encoder: number
  /** Taken from the score of the outside label: above 0 more is found, and more of it wrong. */
  boldness: number
}

/** Probabilities of labels of each token of each sentence, at [token * labelCount + label]. */
export type TokenLabels = Float64Array[]

const steps = new Float64Array(labelCount * labelCount)
forbidSteps(steps)
/** Of a probability of nought. */
const leastLog = -12

/**
 * The labelling with the highest product of weighted probabilities (logarithmic opinion pool, Smith et al., ACL 2005),
 * sentence by sentence.
 */
export function votedMentions(
  document: TextDocument,
  { units, labels }: Encoding,
  chain: TokenLabels,
  { encoder, boldness }: Voting,
): Mention[] {
  const mentions: Mention[] = []
  for (let first = 0; first < units.length; ) {
    let end = first + 1
    while (end < units.length && units[end]!.sentence === units[first]!.sentence) end++
    const { sentence } = units[first]!
    const { tokens } = document.sentences[sentence]!
    const length = end - first
    const scores = new Float64Array(length * labelCount)
    let token = 0
    for (let at = 0; at < length; at++) {
      while (tokens[token]!.start < units[first + at]!.start) token++
      for (let label = 0; label < labelCount; label++) {
        const own = Math.log(chain[sentence]![token * labelCount + label]!)
        scores[at * labelCount + label] =
          encoder * Math.max(leastLog, labels[(first + at) * labelCount + label]!) +
          (1 - encoder) * Math.max(leastLog, own)
      }
      normalise(scores, at)
    }
    mentions.push(...mentionsIn(document, units.slice(first, end), scores, boldness))
    first = end
  }
  return mentions
}

/** Makes the scores at a place logarithms of probabilities again. */
function normalise(scores: Float64Array, at: number): void {
  let sum = 0
  for (let label = 0; label < labelCount; label++) sum += Math.exp(scores[at * labelCount + label]!)
  const log = Math.log(sum)
  for (let label = 0; label < labelCount; label++) scores[at * labelCount + label]! -= log
}

function mentionsIn(
  document: TextDocument,
  units: Encoding['units'],
  scores: Float64Array,
  boldness: number,
): Mention[] {
  const path = bestPath(scores, units.length, steps, boldness)
  const mentions: Mention[] = []
  for (let first = 0; first < units.length; first++) {
    const label = path[first]!
    if (label === outsideLabel || isInside(label)) continue
    const type = typeOf(label)
    let end = first + 1
    while (end < units.length && path[end] === insideLabel(type)) end++
    let confidence = scores[first * labelCount + beginLabel(type)]!
    for (let at = first + 1; at < end; at++)
      confidence = Math.min(confidence, scores[at * labelCount + insideLabel(type)]!)
    const [start, stop] = [units[first]!.start, units[end - 1]!.end]
    mentions.push({
      start,
      end: stop,
      surface: document.text.slice(start, stop),
      type: conceptTypes[type]!,
      confidence: Math.round(Math.exp(confidence) * 1000) / 1000,
    })
  }
  return mentions
}
