import { readFileSync } from 'node:fs'
import {
  addOpinion,
  featuresOfSentence,
  intentModelFile,
  readWordClusters,
} from '../../relations/intent/fast-intent.ts'
import type { IntentScheme } from '../../relations/intent/intent-classifier.ts'
import { encodeIntentModel, type HeadParts, headOf } from '../../relations/intent/intent-model.ts'
import type { TrainingStep } from '../training-step.ts'
import { type HeadOptions, type IntentExample, trainHead } from './train-head.ts'

/** Chosen on the dev splits and by cross-validation on the training splits. */
const options: Record<IntentScheme, HeadOptions> = {
  scicite: { epochs: 8, learningRate: 0.05, decay: 1e-4, dropout: 0, balance: 0.5, minCount: 3 },
  'acl-arc': { epochs: 8, learningRate: 0.1, decay: 1e-4, dropout: 0, balance: 1, minCount: 2 },
}

/** Trains the fast classifier of citation intent on the training splits of SciCite and ACL-ARC. */
export const intentStep: TrainingStep = {
  name: 'intent',
  label: 'what a sentence cites for',
  files: [intentModelFile],
  minutes: 0.5,
  fromAbstracts: false,
  async run(run, report) {
    const clusters = readWordClusters(run.folder)
    const heads: HeadParts[] = []
    for (const scheme of ['scicite', 'acl-arc'] as const) {
      report(heads.length / 2, scheme)
      const examples = readExamples(run.dataFile(`benchmarks/${scheme}/train.jsonl`), clusters)
      if (heads[0]) for (const { features } of examples) addOpinion(features, headOf(heads[0]))
      heads.push(trainHead(scheme, examples, options[scheme]))
    }
    run.write(intentModelFile, encodeIntentModel(heads))
  },
}

function readExamples(file: string, clusters: ReturnType<typeof readWordClusters>): IntentExample[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => {
    const { text, label } = JSON.parse(line) as { text: string; label: string }
    return { features: featuresOfSentence(text, clusters), label }
  })
}
