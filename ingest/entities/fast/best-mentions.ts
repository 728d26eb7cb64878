import { conceptTypes, type Mention } from '../../../shared/schema.ts'
import type { TextDocument } from '../../documents.ts'
import { bestPath, marginals } from './chain.ts'
import { type ChainModel, spanConfidence, spansOf } from './decode.ts'
import type { DocumentScores } from './score-tokens.ts'

/** The mentions on the chain's best path, sentence by sentence. */
export function bestMentions(document: TextDocument, scores: DocumentScores, chain: ChainModel): Mention[] {
  return document.sentences.flatMap((sentence, index) => {
    const { tokens } = sentence
    const emissions = scores(index)
    const spans = spansOf(bestPath(emissions, tokens.length, chain.transitions, 0))
    if (spans.length === 0) return []
    const probabilities = marginals(emissions, tokens.length, chain.potentials, null)
    return spans.map(({ first, end: after, type }): Mention => {
      const [start, end] = [tokens[first]!.start, tokens[after - 1]!.end]
      const probability = spanConfidence(probabilities, first, after, type, tokens.length)
      return {
        start,
        end,
        surface: document.text.slice(start, end),
        type: conceptTypes[type]!,
        confidence: Math.round(probability * 1000) / 1000,
      }
    })
  })
}
