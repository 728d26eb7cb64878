import { modelFile } from '../../model-files.ts'
import { type ClusterOf, loadClusters } from './clusters.ts'
import type { MentionDocument, MentionPairReader, MentionRelation } from './mention-relation.ts'
import { type MentionPairModel, opinionsOf } from './model.ts'
import { readMentionPairs } from './model-file.ts'
import { labelOf, type Opinion } from './opinions.ts'
import { type MentionPair, pairMentions } from './pairs.ts'

export const mentionPairFile = 'pairs-scier.bin'

/** Another model's word on pairs of mentions. */
export interface SecondOpinion {
  /** Its share in the probability, in 0..1; the rest is the linear models'. */
  share: number
  /** The probability from which the two together claim a relation. */
  threshold: number
  /** @returns one for each pair, in the same order */
  opinionsOn(document: MentionDocument, pairs: MentionPair[]): Promise<Opinion[]>
}

/**
 * The linear models trained on SciER; see `ingest/models/README.md`.
 * @param folder of models
 * @param second null where they decide alone
 * @throws where a model file is missing or damaged: the installation is broken
 */
export function loadMentionPairs(folder: string, second: SecondOpinion | null): MentionPairReader {
  return mentionPairReader(readMentionPairs(modelFile(folder, mentionPairFile)), loadClusters(folder), second)
}

export function mentionPairReader(
  model: MentionPairModel,
  clusterOf: ClusterOf,
  second: SecondOpinion | null,
): MentionPairReader {
  const threshold = second ? second.threshold : model.threshold
  return {
    async read(document) {
      const paired = pairMentions(document, clusterOf)
      const linear = opinionsOf(model, paired)
      const opinions = second
        ? blend(linear, await second.opinionsOn(document, paired.pairs), second.share)
        : linear
      return opinions.flatMap((opinion, index): MentionRelation[] => {
        const best = opinion.indexOf(Math.max(...opinion))
        const confidence = opinion[best]!
        if (confidence < threshold) return []
        const { left, right } = paired.pairs[index]!
        const { label, leftIsHead } = labelOf(best)
        const [head, tail] = leftIsHead ? [left, right] : [right, left]
        return [{ head, tail, label, confidence }]
      })
    },
  }
}

function blend(linear: Opinion[], second: Opinion[], share: number): Opinion[] {
  return linear.map((own, index) => own.map((value, at) => (1 - share) * value + share * second[index]![at]!))
}
