import { loadClusters } from '../../relations/mention-pairs/clusters.ts'
import { mentionPairFile } from '../../relations/mention-pairs/index.ts'
import { encodeMentionPairs } from '../../relations/mention-pairs/model-file.ts'
import { readScierPapers } from '../scier-papers.ts'
import type { TrainingStep } from '../training-step.ts'
import { type MentionPairOptions, trainMentionPairs } from './train-mention-pairs.ts'

/** Chosen on the dev split. */
const options: MentionPairOptions = {
  first: { epochs: 8, learningRate: 0.02, decay: 2e-3, minCount: 3, minWeight: 0.06 },
  second: { epochs: 3, learningRate: 0.01, decay: 4e-3, minCount: 5, minWeight: 0.02 },
  threshold: 0.3,
  folds: 3,
}

/** Trains the models of mention pairs on SciER's training split. */
export const mentionPairsStep: TrainingStep = {
  name: 'mention-pairs',
  label: 'relations between mentions, as SciER has them',
  files: [mentionPairFile],
  minutes: 0.5,
  fromAbstracts: false,
  async run(run, report) {
    const papers = readScierPapers(run.dataFile('benchmarks/scier/LLM_train.jsonl'))
    const parts = trainMentionPairs(papers, loadClusters(run.folder), options, report)
    run.write(mentionPairFile, encodeMentionPairs(parts))
  },
}
