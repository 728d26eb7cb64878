import { conceptTypes, type Mention } from '../../../shared/schema.ts'
import type { TextDocument } from '../../documents.ts'
import { bestPath, forbidSteps } from '../fast/chain.ts'
import { beginLabel, insideLabel, isInside, labelCount, outsideLabel, typeOf } from '../fast/labels.ts'
import type { Encoding } from './encoder.ts'
import { sentenceRuns } from './label-probabilities.ts'

const steps = new Float64Array(labelCount * labelCount)
forbidSteps(steps)

/** The mentions on the best path through the encoder's labels, sentence by sentence. */
export function ownMentions(document: TextDocument, encoding: Encoding): Mention[] {
  const { units, labels } = encoding
  const mentions: Mention[] = []
  for (const [start, stop] of sentenceRuns(units)) {
    const scores = Float64Array.from(labels.subarray(start * labelCount, stop * labelCount))
    const path = bestPath(scores, stop - start, steps, 0)
    for (let at = 0; at < path.length; at++) {
      const label = path[at]!
      if (label === outsideLabel || isInside(label)) continue
      let end = at + 1
      while (end < path.length && path[end] === insideLabel(typeOf(label))) end++
      mentions.push(mentionOf(document, encoding, start + at, start + end, typeOf(label)))
    }
  }
  return mentions
}

function mentionOf(
  document: TextDocument,
  encoding: Encoding,
  first: number,
  end: number,
  type: number,
): Mention {
  const span = { start: encoding.units[first]!.start, end: encoding.units[end - 1]!.end }
  return {
    ...span,
    surface: document.text.slice(span.start, span.end),
    type: conceptTypes[type]!,
    confidence: probabilityOf(encoding, first, end, type),
  }
}

/** How likely units are a mention of a type, to the encoder: the probability of the least likely label. */
export function probabilityOf({ units, labels }: Encoding, first: number, end: number, type: number): number {
  let least = labels[first * labelCount + beginLabel(type)]!
  for (let at = first + 1; at < end; at++)
    least = Math.min(least, labels[at * labelCount + insideLabel(type)]!)
  const goesOn = end < units.length && units[end]!.sentence === units[first]!.sentence
  const beyond = goesOn ? Math.exp(labels[end * labelCount + insideLabel(type)]!) : 0
  return Math.max(0, Math.min(Math.exp(least), 1 - beyond))
}
