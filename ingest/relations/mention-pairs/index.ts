import { modelFile } from '../../model-files.ts'
import { type ClusterOf, loadClusters } from './clusters.ts'
import type { MentionPairReader, MentionRelation } from './mention-relation.ts'
import { type MentionPairModel, opinionsOf } from './model.ts'
import { readMentionPairs } from './model-file.ts'
import { labelOf } from './opinions.ts'
import { pairMentions } from './pairs.ts'

export const mentionPairFile = 'pairs-scier.bin'

/**
 * The linear models trained on SciER; see `ingest/models/README.md`.
 * @param folder of models
 * @throws where a model file is missing or damaged: the installation is broken
 */
export function loadMentionPairs(folder: string): MentionPairReader {
  return mentionPairReader(readMentionPairs(modelFile(folder, mentionPairFile)), loadClusters(folder))
}

export function mentionPairReader(model: MentionPairModel, clusterOf: ClusterOf): MentionPairReader {
  return {
    async read(document) {
      const paired = pairMentions(document, clusterOf)
      return opinionsOf(model, paired).flatMap((opinion, index): MentionRelation[] => {
        const best = opinion.indexOf(Math.max(...opinion))
        const confidence = opinion[best]!
        if (confidence < model.threshold) return []
        const { left, right } = paired.pairs[index]!
        const { label, leftIsHead } = labelOf(best)
        const [head, tail] = leftIsHead ? [left, right] : [right, left]
        return [{ head, tail, label, confidence }]
      })
    },
  }
}
