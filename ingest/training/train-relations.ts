/**
 * `tsx ingest/training/train-relations.ts [RECOGNISED]`: rebuilds the models of roles and pairs and the precision of
 * the rules from the annotated abstracts. RECOGNISED is the file of `recognise-unseen.ts`; with it the models also
 * learn how a tagger errs.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../shared/package-root.ts'
import type { EntityDocument } from '../documents.ts'
import { readAnnotatedAbstracts } from './annotated-abstracts.ts'
import { alignedExample, annotatedExample } from './relation-examples.ts'
import { writeRelationModels } from './relations.ts'

const data = process.env.SKEIN_DATA ?? join(packageRoot, '..', 'shared')
const abstracts = readAnnotatedAbstracts(join(data, 'gold', 'abstracts-train.jsonl'))
const [recognisedFile] = process.argv.slice(2)
const recognised = recognisedFile
  ? (JSON.parse(readFileSync(recognisedFile, 'utf8')) as EntityDocument[])
  : []
writeRelationModels(
  abstracts.map(annotatedExample),
  recognised.map((document, index) => alignedExample(abstracts[index]!, document)),
)
