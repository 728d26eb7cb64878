import { join } from 'node:path'
import { packageRoot } from '../../../shared/package-root.ts'
import type { Tagger } from '../tagger.ts'
import { decodeSentence } from './decode.ts'
import { featureMaker } from './features.ts'
import { readModel, type TaggerModel } from './model-file.ts'

/**
 * A linear-chain conditional random field over words, shapes, affixes, context, lists of names and word clusters;
 * see `ingest/models/README.md` for what it was trained on.
 * @param corpus whose idea of an entity it follows
 * @throws where the model file is missing or damaged
 */
export async function loadFastTagger(corpus: 'abstracts' | 'scier'): Promise<Tagger> {
  const name = corpus === 'abstracts' ? 'fast' : `fast-${corpus}`
  return taggerOf(name, readModel(join(packageRoot, 'ingest', 'models', `fast-${corpus}.bin`)))
}

export function taggerOf(name: string, model: TaggerModel): Tagger {
  const featuresOf = featureMaker(model.lexicon)
  return {
    name,
    async tag(documents) {
      return documents.map((document) => {
        const features = featuresOf(document)
        return document.sentences.flatMap((sentence, index) =>
          decodeSentence(model, document.text, sentence, features[index]!),
        )
      })
    },
  }
}
