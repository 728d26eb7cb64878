/** The trained models that this stage reads texts with. */
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
 * @throws where a model file is missing or no JSON: the installation is broken
 */
export function loadRelationModels(): RelationModels {
  return {
    roles: loadModel(readModelFile<LinearModel>(roleModelFile)),
    pairs: loadPairModel(readModelFile<PairModelFile>(pairModelFile)),
    rules: readModelFile<RulePrecision>(rulePrecisionFile),
    judge: null,
  }
}
