import { join } from 'node:path'
import { packageRoot } from '../../../shared/package-root.ts'
import type { Tagger } from '../tagger.ts'
import { bestMentions } from './best-mentions.ts'
import { findCandidates } from './candidates.ts'
import { featureMaker } from './features.ts'
import { readKnowledge, readModel, type TaggerModel } from './model-file.ts'
import { selectMentions } from './selection.ts'

const models = join(packageRoot, 'ingest', 'models')

/**
 * A linear-chain conditional random field over words, shapes, affixes, context, lists of names and word clusters;
 * see `ingest/models/README.md` for what it was trained on.
 * @param corpus whose idea of an entity it follows
 * @throws where a model file is missing or damaged
 */
export async function loadFastTagger(corpus: 'abstracts' | 'scier'): Promise<Tagger> {
  const name = corpus === 'abstracts' ? 'fast' : `fast-${corpus}`
  return taggerOf(
    name,
    readModel(join(models, `fast-${corpus}.bin`), readKnowledge(join(models, 'fast-knowledge.bin'))),
  )
}

export function taggerOf(name: string, model: TaggerModel): Tagger {
  const { chain, selection, lexicon } = model
  const featuresOf = featureMaker(lexicon)
  return {
    name,
    async tag(documents) {
      return documents.map((document) => {
        const features = featuresOf(document)
        if (!selection) return bestMentions(document, features, chain)
        return selectMentions(document, findCandidates(document, features, chain, lexicon.phrases), selection)
      })
    },
  }
}
