/** The steps of training, in the order in which they build on each other; `skein train --only` names them. */
import { encodeKnowledge, encodeModel } from '../entities/fast/model-file.ts'
import { pairModelFile } from '../relations/pair-model.ts'
import { roleModelFile } from '../relations/roles.ts'
import { rulePrecisionFile } from '../relations/ruled-claims.ts'
import { encodeLinearModels } from '../weights/linear-model.ts'
import { calibrationStep } from './calibration-step.ts'
import { coreferenceStep } from './coreference-step.ts'
import { corpora, gatherKnowledge } from './entities/knowledge.ts'
import { readScierSentences } from './entities/scier-documents.ts'
import { chainOptions, selectionOptions } from './entities/settings.ts'
import { trainTagger } from './entities/train-tagger.ts'
import { intentStep } from './intent/intent-step.ts'
import { mentionPairsStep } from './mention-pairs/mention-pairs-step.ts'
import { alignedExample, annotatedExample } from './relation-examples.ts'
import { trainRelations } from './relations.ts'
import { within } from './report.ts'
import type { TrainingStep } from './training-step.ts'

export const trainingSteps: readonly TrainingStep[] = [
  {
    name: 'knowledge',
    label: 'what words and names are known from unlabelled papers',
    files: ['fast-knowledge.bin'],
    minutes: 6,
    fromAbstracts: false,
    async run(run, report) {
      for (const corpus of corpora) run.dataFile(`corpora/${corpus}.jsonl.gz`)
      run.write('fast-knowledge.bin', encodeKnowledge(await gatherKnowledge(run.dataFile('.'), report)))
    },
  },
  {
    name: 'chain',
    label: 'the tagger of abstracts',
    files: ['fast-abstracts.bin'],
    minutes: 12,
    fromAbstracts: true,
    async run(run, report) {
      const folds = run.folds(within(report, 0, 0.75))
      const options = { ...chainOptions, selection: selectionOptions }
      const parts = trainTagger(run.labelled(), run.knowledge(), options, folds, within(report, 0.75, 1))
      run.write('fast-abstracts.bin', encodeModel(parts))
    },
  },
  {
    name: 'scier',
    label: 'the tagger of SciER',
    files: ['fast-scier.bin'],
    minutes: 0.5,
    fromAbstracts: false,
    async run(run, report) {
      const documents = readScierSentences(run.dataFile('benchmarks/scier/LLM_train.jsonl'))
      // Every mention counts there, not every document: the chain's best path is what is wanted.
      const options = { ...chainOptions, selection: null }
      run.write('fast-scier.bin', encodeModel(trainTagger(documents, run.knowledge(), options, [], report)))
    },
  },
  {
    name: 'relations',
    label: 'roles, pairs and rules, on annotated and on recognised entities',
    files: [roleModelFile, pairModelFile, rulePrecisionFile],
    minutes: 3,
    fromAbstracts: true,
    async run(run, report) {
      const recognised = await run.recognised(within(report, 0, 0.1))
      const abstracts = run.abstracts()
      const { roles, pairs, rules } = trainRelations(
        abstracts.map(annotatedExample),
        abstracts.map((abstract, index) => alignedExample(abstract, recognised[index]!)),
        within(report, 0.1, 1),
      )
      run.write(roleModelFile, encodeLinearModels({ roles }))
      run.write(pairModelFile, encodeLinearModels(pairs))
      run.write(rulePrecisionFile, `${JSON.stringify(rules, null, 1)}\n`)
    },
  },
  coreferenceStep,
  intentStep,
  mentionPairsStep,
  calibrationStep('fast', 'calibration'),
  calibrationStep('accurate', 'calibration-accurate'),
]
