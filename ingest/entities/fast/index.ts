import { modelFile } from '../../model-files.ts'
import type { Tagger } from '../tagger.ts'
import { bestMentions } from './best-mentions.ts'
import { findCandidates } from './candidates.ts'
import { loadKnowledge } from './load-knowledge.ts'
import { readModel, type TaggerModel } from './model-file.ts'
import { tokenScorer } from './score-tokens.ts'
import { selectMentions } from './selection.ts'
import { readingSpaced } from './spaced-text.ts'

/**
 * A linear-chain conditional random field over words, shapes, affixes, context, lists of names and word clusters;
 * see `ingest/models/README.md` for what it was trained on.
 * @param corpus whose idea of an entity it follows
 * @param folder of models
 * @throws where a model file is missing or damaged
 */
export async function loadFastTagger(corpus: 'abstracts' | 'scier', folder: string): Promise<Tagger> {
  const name = corpus === 'abstracts' ? 'fast' : `fast-${corpus}`
  const tagger = taggerOf(name, loadFastModel(corpus, folder))
  return corpus === 'scier' ? readingSpaced(tagger) : tagger
}

/** @throws where a model file is missing or damaged */
export function loadFastModel(corpus: 'abstracts' | 'scier', folder: string): TaggerModel {
  return readModel(modelFile(folder, `fast-${corpus}.bin`), loadKnowledge(folder))
}

export function taggerOf(name: string, model: TaggerModel): Tagger {
  const { chain, selection, lexicon } = model
  const scoresOf = tokenScorer(chain, lexicon)
  return {
    name,
    async tag(documents) {
      return documents.map((document) => {
        const scores = scoresOf(document)
        if (!selection) return bestMentions(document, scores, chain)
        return selectMentions(document, findCandidates(document, scores, chain, lexicon.phrases), selection)
      })
    },
  }
}
