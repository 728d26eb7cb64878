/** The trained models that this stage reads texts with. */
import { modelFile, shippedModels } from '../model-files.ts'
import { type LoadedModel, loadModel, readLinearModels, readModelTable } from '../weights/linear-model.ts'
import { loadFastIntent } from './intent/fast-intent.ts'
import type { IntentClassifier } from './intent/intent-classifier.ts'
import type { Judge } from './judge.ts'
import type { MentionPairReader } from './mention-pairs/mention-relation.ts'
import { loadPairModel, type PairModel, pairModelFile } from './pair-model.ts'
import { roleModelFile } from './roles.ts'
import { type RulePrecision, rulePrecisionFile } from './ruled-claims.ts'

export interface RelationModels {
  roles: LoadedModel
  pairs: PairModel
  rules: RulePrecision
  intent: IntentClassifier
  /** Null where the linear models decide alone. */
  judge: Judge | null
  /** Null where claims are read of entities alone. */
  mentionPairs: MentionPairReader | null
}

/**
 * The models trained on annotated abstracts.
 * @param folder of models
 * @throws where a model file is missing or damaged: the installation is broken
 */
export function loadRelationModels(folder: string = shippedModels): RelationModels {
  return {
    roles: loadModel(readLinearModels(modelFile(folder, roleModelFile)).roles!),
    pairs: loadPairModel(readLinearModels(modelFile(folder, pairModelFile))),
    rules: readModelTable<RulePrecision>(modelFile(folder, rulePrecisionFile)),
    intent: loadFastIntent(folder),
    judge: null,
    mentionPairs: null,
  }
}
