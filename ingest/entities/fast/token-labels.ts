import type { TextDocument } from '../../documents.ts'
import { marginals } from './chain.ts'
import { emissionsOf } from './decode.ts'
import { featureMaker } from './features.ts'
import type { TaggerModel } from './model-file.ts'

/**
 * What the chain thinks of each token.
 * @returns for each sentence the probabilities of the labels, at [token * labelCount + label]
 */
export function tokenLabels({ chain, lexicon }: TaggerModel): (document: TextDocument) => Float64Array[] {
  const featuresOf = featureMaker(lexicon)
  return (document) => {
    const features = featuresOf(document)
    return document.sentences.map(({ tokens }, index) => {
      const emissions = emissionsOf(chain, features(index))
      return marginals(emissions, tokens.length, chain.transitions).labels
    })
  }
}
