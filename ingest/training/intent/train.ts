/**
 * `tsx ingest/training/intent/train.ts`: trains the fast classifier of citation intent on the training splits of
 * SciCite and ACL-ARC and writes `ingest/models/intent.bin`. Seeded: the same file each time.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../shared/package-root.ts'
import { shippedModels } from '../../model-files.ts'
import {
  addOpinion,
  featuresOfSentence,
  intentModelFile,
  readWordClusters,
} from '../../relations/intent/fast-intent.ts'
import type { IntentScheme } from '../../relations/intent/intent-classifier.ts'
import { encodeIntentModel, type HeadParts, headOf } from '../../relations/intent/intent-model.ts'
import { type HeadOptions, type IntentExample, trainHead } from './train-head.ts'

/** Chosen on the dev splits and by cross-validation on the training splits. */
const options: Record<IntentScheme, HeadOptions> = {
  scicite: { epochs: 8, learningRate: 0.05, decay: 1e-4, dropout: 0, balance: 0.5, minCount: 3 },
  'acl-arc': { epochs: 8, learningRate: 0.1, decay: 1e-4, dropout: 0, balance: 1, minCount: 2 },
}

const data = process.env.SKEIN_DATA ?? join(packageRoot, '..', 'shared')
const clusters = readWordClusters(shippedModels)

function examplesOf(scheme: IntentScheme): IntentExample[] {
  const lines = readFileSync(join(data, 'benchmarks', scheme, 'train.jsonl'), 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => {
    const { text, label } = JSON.parse(line) as { text: string; label: string }
    return { features: featuresOfSentence(text, clusters), label }
  })
}

const heads: HeadParts[] = []
for (const scheme of ['scicite', 'acl-arc'] as const) {
  const examples = examplesOf(scheme)
  if (heads[0]) for (const { features } of examples) addOpinion(features, headOf(heads[0]))
  heads.push(trainHead(scheme, examples, options[scheme]))
}
writeFileSync(join(shippedModels, intentModelFile), encodeIntentModel(heads))
