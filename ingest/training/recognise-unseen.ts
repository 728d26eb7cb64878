import type { EntityDocument } from '../documents.ts'
import { taggerOf } from '../entities/fast/index.ts'
import type { Knowledge } from '../entities/fast/lexicon.ts'
import { type ModelParts, modelOf } from '../entities/fast/model-file.ts'
import type { SelectionModel } from '../entities/fast/selection.ts'
import { recogniseEntities } from '../entities/index.ts'
import type { LabelledDocument } from './entities/labelled-documents.ts'

/**
 * The entities that a tagger finds in documents that it was not trained on: each fold is read by a chain trained on
 * the others. Models of relations learn from these how a tagger errs.
 * @param folds chains, each trained on all documents but every so manieth
 * @param selection of the tagger trained on all: its few and general weights hardly remember single documents
 */
export async function recogniseUnseen(
  labelled: LabelledDocument[],
  knowledge: Knowledge,
  folds: ModelParts[],
  selection: SelectionModel | null,
): Promise<EntityDocument[]> {
  const recognised: EntityDocument[] = []
  for (const [fold, parts] of folds.entries()) {
    const tagger = taggerOf('unseen', { ...modelOf(parts, knowledge), selection })
    const indices = labelled.map((_, index) => index).filter((index) => index % folds.length === fold)
    const documents = await recogniseEntities(
      indices.map((index) => labelled[index]!.document),
      tagger,
    )
    indices.forEach((index, at) => {
      recognised[index] = documents[at]!
    })
  }
  return recognised
}
