/**
 * `tsx ingest/training/recognise-unseen.ts FILE`: writes the training abstracts with the entities that the fast
 * tagger finds when it has not seen them, for `train-relations.ts`. Trains the tagger's chain once for each fold.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../shared/package-root.ts'
import type { EntityDocument } from '../documents.ts'
import { taggerOf } from '../entities/fast/index.ts'
import { loadKnowledge } from '../entities/fast/load-knowledge.ts'
import { modelOf, readModel } from '../entities/fast/model-file.ts'
import { recogniseEntities } from '../entities/index.ts'
import { readAnnotatedAbstracts } from './annotated-abstracts.ts'
import { labelAbstract } from './entities/labelled-documents.ts'
import { trainTagger } from './entities/train-tagger.ts'

const folds = 4
const chain = { epochs: 8, learningRate: 0.03, decay: 1e-3, dropout: 0.5, minCount: 2, minWeight: 0.05 }
const [file] = process.argv.slice(2)
if (!file) throw new Error('name the file to write')

const data = process.env.SKEIN_DATA ?? join(packageRoot, '..', 'shared')
const models = join(packageRoot, 'ingest', 'models')
const knowledge = loadKnowledge(models)
// Few and general weights: they hardly remember single abstracts, so that the shipped ones will do.
const { selection } = readModel(join(models, 'fast-abstracts.bin'), knowledge)
const labelled = readAnnotatedAbstracts(join(data, 'gold', 'abstracts-train.jsonl')).map(labelAbstract)
const recognised: EntityDocument[] = []
for (let fold = 0; fold < folds; fold++) {
  const seen = labelled.filter((_, index) => index % folds !== fold)
  const parts = trainTagger(seen, knowledge, { ...chain, selection: null }, () => {})
  const tagger = taggerOf('unseen', { ...modelOf(parts, knowledge), selection })
  const indices = labelled.map((_, index) => index).filter((index) => index % folds === fold)
  const documents = await recogniseEntities(
    indices.map((index) => labelled[index]!.document),
    tagger,
  )
  indices.forEach((index, at) => {
    recognised[index] = documents[at]!
  })
  process.stderr.write(`fold ${fold + 1} of ${folds}\n`)
}
writeFileSync(file, JSON.stringify(recognised))
