import { taggerOf } from '../fast/index.ts'
import type { TaggerModel } from '../fast/model-file.ts'
import { tokenLabels } from '../fast/token-labels.ts'
import { recogniseEntities } from '../index.ts'
import type { Tagger } from '../tagger.ts'
import type { Encoder } from './encoder.ts'
import { type Voting, votedMentions } from './vote.ts'

/**
 * A tagger in which an encoder corrects the fast tagger, and both vote.
 * @param model of the fast tagger
 */
export function votingTagger(name: string, encoder: Encoder, model: TaggerModel, voting: Voting): Tagger {
  const fast = taggerOf(name, model)
  const labelsOf = tokenLabels(model)
  return {
    name,
    async tag(documents) {
      const tagged = []
      for (const hinted of await recogniseEntities(documents, fast)) {
        const encoding = await encoder.encode(hinted, hinted.mentions)
        tagged.push(votedMentions(hinted, encoding, labelsOf(hinted), voting))
      }
      return tagged
    },
  }
}
