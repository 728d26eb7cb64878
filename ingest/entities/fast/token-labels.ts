import type { TextDocument } from '../../documents.ts'
import { marginals } from './chain.ts'
import type { TaggerModel } from './model-file.ts'
import { tokenScorer } from './score-tokens.ts'

/**
 * What the chain thinks of each token.
 * @returns for each sentence the probabilities of the labels, at [token * labelCount + label]
 */
export function tokenLabels({ chain, lexicon }: TaggerModel): (document: TextDocument) => Float64Array[] {
  const scoresOf = tokenScorer(chain, lexicon)
  return (document) => {
    const scores = scoresOf(document)
    return document.sentences.map(
      ({ tokens }, index) => marginals(scores(index), tokens.length, chain.potentials, null).labels,
    )
  }
}
