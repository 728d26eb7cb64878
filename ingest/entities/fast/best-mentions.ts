import { conceptTypes, type Mention } from '../../../shared/schema.ts'
import type { TextDocument } from '../../documents.ts'
import { marginals } from './chain.ts'
import { type ChainModel, emissionsOf, spanConfidence, spansAt } from './decode.ts'
import type { DocumentFeatures } from './features.ts'

/** The mentions on the chain's best path, sentence by sentence. */
export function bestMentions(
  document: TextDocument,
  features: DocumentFeatures,
  chain: ChainModel,
): Mention[] {
  return document.sentences.flatMap((sentence, index) => {
    const { tokens } = sentence
    const emissions = emissionsOf(chain, features(index))
    const spans = spansAt(emissions, sentence, chain.transitions, 0)
    if (spans.length === 0) return []
    const probabilities = marginals(emissions, tokens.length, chain.transitions)
    return spans.map((span): Mention => {
      const [start, end] = [tokens[span.first]!.start, tokens[span.end - 1]!.end]
      const confidence = Math.round(spanConfidence(probabilities, span, tokens.length) * 1000) / 1000
      return {
        start,
        end,
        surface: document.text.slice(start, end),
        type: conceptTypes[span.type]!,
        confidence,
      }
    })
  })
}
