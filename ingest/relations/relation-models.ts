/** The trained models that this stage reads texts with. */
import { modelFile, shippedModels } from '../model-files.ts'
import type { Judge } from './judge.ts'
import { type LinearModel, type LoadedModel, loadModel, readModelFile } from './linear-model.ts'
import { loadPairModel, type PairModel, type PairModelFile, pairModelFile } from './pair-model.ts'
import { roleModelFile } from './roles.ts'
import { type RulePrecision, rulePrecisionFile } from './ruled-claims.ts'

export interface RelationModels {
  roles: LoadedModel
  pairs: PairModel
  rules: RulePrecision
  /** Null where the linear models decide alone. */
  judge: Judge | null
}

/**
 * The models trained on annotated abstracts.
 * @param folder of models
 * @throws where a model file is missing or no JSON: the installation is broken
 */
export function loadRelationModels(folder: string = shippedModels): RelationModels {
  return {
    roles: loadModel(readModelFile<LinearModel>(modelFile(folder, roleModelFile))),
    pairs: loadPairModel(readModelFile<PairModelFile>(modelFile(folder, pairModelFile))),
    rules: readModelFile<RulePrecision>(modelFile(folder, rulePrecisionFile)),
    judge: null,
  }
}
