import type { TaggerModel } from '../fast/model-file.ts'
import { tokenLabels } from '../fast/token-labels.ts'
import type { Tagger } from '../tagger.ts'
import type { Encoder } from './encoder.ts'
import { type Voting, votedMentions } from './vote.ts'

/** A tagger in which an encoder and the fast tier's random field vote. */
export function votingTagger(name: string, encoder: Encoder, model: TaggerModel, voting: Voting): Tagger {
  const labelsOf = tokenLabels(model)
  return {
    name,
    async tag(documents) {
      const tagged = []
      for (const document of documents)
        tagged.push(votedMentions(document, await encoder.encode(document), labelsOf(document), voting))
      return tagged
    },
  }
}
