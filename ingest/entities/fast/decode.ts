import { conceptTypes, type Mention } from '../../../shared/schema.ts'
import type { Sentence } from '../../documents.ts'
import { bestPath, marginals } from './chain.ts'
import type { SentenceFeatures } from './features.ts'
import { insideLabel, isInside, labelCount, outsideLabel, typeOf } from './labels.ts'
import type { TaggerModel } from './model-file.ts'

/** Scores of the labels at each token, at [position * labelCount + label]. */
export function emissionsOf(model: TaggerModel, features: SentenceFeatures): Float64Array {
  const { weights, scale, boldness } = model
  const emissions = new Float64Array(features.length * labelCount)
  features.forEach((hashes, at) => {
    const base = at * labelCount
    for (const hash of hashes) {
      const row = model.features.row(hash)
      if (row < 0) continue
      for (let label = 0; label < labelCount; label++) {
        emissions[base + label]! += weights[row * labelCount + label]!
      }
    }
    for (let label = 0; label < labelCount; label++) emissions[base + label]! *= scale
    emissions[base + outsideLabel]! -= boldness
  })
  return emissions
}

/** The mentions of one sentence on the best path; a mention's confidence is that of its least certain token. */
export function decodeSentence(
  model: TaggerModel,
  text: string,
  sentence: Sentence,
  features: SentenceFeatures,
): Mention[] {
  const length = sentence.tokens.length
  const emissions = emissionsOf(model, features)
  const path = bestPath(emissions, length, model.transitions)
  if (path.every((label) => label === outsideLabel)) return []
  const { labels } = marginals(emissions, length, model.transitions)
  const mentions: Mention[] = []
  for (let at = 0; at < length; at++) {
    const label = path[at]!
    if (label === outsideLabel || isInside(label)) continue
    let confidence = labels[at * labelCount + label]!
    let last = at
    while (last + 1 < length && path[last + 1] === insideLabel(typeOf(label))) {
      last++
      confidence = Math.min(confidence, labels[last * labelCount + path[last]!]!)
    }
    const start = sentence.tokens[at]!.start
    const end = sentence.tokens[last]!.end
    mentions.push({
      start,
      end,
      surface: text.slice(start, end),
      type: conceptTypes[typeOf(label)]!,
      confidence: Math.round(Math.min(1, confidence) * 1000) / 1000,
    })
  }
  return mentions
}
