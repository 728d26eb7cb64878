/**
 * Trains the models of the fast tagger; see `ingest/models/README.md`.
 *
 *     npx tsx ingest/training/entities/train.ts [knowledge] [abstracts] [scier]
 *
 * `knowledge` reads the unlabelled corpora and takes some minutes longer; the other two use what it wrote.
 */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { packageRoot } from '../../../shared/package-root.ts'
import { encodeKnowledge, encodeModel, readKnowledge } from '../../entities/fast/model-file.ts'
import { readAnnotatedAbstracts } from '../annotated-abstracts.ts'
import { gatherKnowledge } from './knowledge.ts'
import { labelAbstract } from './labelled-documents.ts'
import { readScierSentences } from './scier-documents.ts'
import { trainTagger } from './train-tagger.ts'

const data = resolve(packageRoot, process.env.SKEIN_DATA ?? '../shared')
const models = join(packageRoot, 'ingest', 'models')
const knowledgeFile = join(models, 'fast-knowledge.bin')
const chain = { epochs: 8, learningRate: 0.03, decay: 1e-3, dropout: 0.5, minCount: 2, minWeight: 0.05 }
const selection = { epochs: 10, learningRate: 0.02, decay: 1e-3, minCount: 3, threshold: 0.4, folds: 4 }
const report = (line: string) => process.stderr.write(`${line}\n`)

const known = ['knowledge', 'abstracts', 'scier']
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !known.includes(name))
if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; use any of: ${known.join(', ')}`)
const wanted = asked.length > 0 ? asked : known

if (wanted.includes('knowledge'))
  writeFileSync(knowledgeFile, encodeKnowledge(await gatherKnowledge(data, report)))
const knowledge = readKnowledge(knowledgeFile)
if (wanted.includes('abstracts')) {
  const documents = readAnnotatedAbstracts(join(data, 'gold', 'abstracts-train.jsonl')).map(labelAbstract)
  const parts = trainTagger(documents, knowledge, { ...chain, selection }, report)
  writeFileSync(join(models, 'fast-abstracts.bin'), encodeModel(parts))
}
if (wanted.includes('scier')) {
  const documents = readScierSentences(join(data, 'benchmarks', 'scier', 'LLM_train.jsonl'))
  // Every mention counts there, not every document: the chain's best path is what is wanted.
  const parts = trainTagger(documents, knowledge, { ...chain, selection: null }, report)
  writeFileSync(join(models, 'fast-scier.bin'), encodeModel(parts))
}
