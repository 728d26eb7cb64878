/** The named ways to read texts that `--tagger` chooses among. */
import { UsageError } from '../shared/errors.ts'
import { type Calibration, loadCalibration } from './calibration.ts'
import { type CoreferenceModel, loadCoreference } from './coreference/index.ts'
import { loadEncoder } from './entities/encoder/encoder.ts'
import { pooledTagger } from './entities/encoder/index.ts'
import { loadFastModel, loadFastTagger } from './entities/fast/index.ts'
import type { Tagger } from './entities/tagger.ts'
import { modelFile, shippedModels } from './model-files.ts'
import { encoderJudge } from './relations/encoder/encoder-judge.ts'
import { encoderPairs } from './relations/encoder/encoder-pairs.ts'
import { loadMentionPairs } from './relations/mention-pairs/index.ts'
import { loadRelationModels, type RelationModels } from './relations/relation-models.ts'
import {
  poolingOf,
  readScierWeights,
  readTierWeights,
  scierWeightsFile,
  tierWeightsFile,
} from './relations/tier-weights.ts'

/** What reads texts: a tagger and the models of relations that suit it. */
export interface ReadingModels {
  /** Of the tier. */
  readonly name: string
  readonly tagger: Tagger
  /** Null where every mention is an entity of its own. */
  readonly coreference: CoreferenceModel | null
  readonly relations: RelationModels
  readonly calibration: Calibration
}

export interface Tier {
  readonly name: string
  /** What a person reads in the help. */
  readonly label: string
  /** Whose idea of an entity and of a relation it follows. */
  readonly guidelines: 'abstracts' | 'scier'
  /**
   * @param folder of models
   * @throws where a model file is missing or damaged: the installation is broken
   */
  load(folder: string): Promise<Omit<ReadingModels, 'calibration'>>
}

/** The first is the default. */
export const tiers: readonly Tier[] = [
  {
    name: 'accurate',
    label:
      'a small pretrained encoder beside the fast tier: finds more, some abstracts a second on each core',
    guidelines: 'abstracts',
    async load(folder) {
      const encoder = await loadEncoder('abstracts', folder)
      const weights = readTierWeights(modelFile(folder, tierWeightsFile))
      const tagger = pooledTagger('accurate', encoder, loadFastModel('abstracts', folder), poolingOf(weights))
      const judge = await encoderJudge(encoder, modelFile(folder, 'judge-abstracts.onnx'), weights.judge)
      const relations = { ...loadRelationModels(folder), judge }
      return { name: 'accurate', tagger, coreference: loadCoreference(folder), relations }
    },
  },
  {
    name: 'fast',
    label: 'a conditional random field of a few MB: hundreds of abstracts a second',
    guidelines: 'abstracts',
    async load(folder) {
      const tagger = await loadFastTagger('abstracts', folder)
      return {
        name: 'fast',
        tagger,
        coreference: loadCoreference(folder),
        relations: loadRelationModels(folder),
      }
    },
  },
  {
    name: 'accurate-scier',
    label: 'an encoder beside the tier fast-scier, for full texts annotated as the SciER benchmark does',
    guidelines: 'scier',
    async load(folder) {
      const encoder = await loadEncoder('scier', folder)
      const weights = readScierWeights(modelFile(folder, scierWeightsFile))
      const tagger = pooledTagger('accurate-scier', encoder, loadFastModel('scier', folder), weights.mention)
      const second = await encoderPairs(encoder, modelFile(folder, 'judge-scier.onnx'), weights.pairs)
      const relations = { ...loadRelationModels(folder), mentionPairs: loadMentionPairs(folder, second) }
      return { name: 'accurate-scier', tagger, coreference: null, relations }
    },
  },
  {
    name: 'fast-scier',
    label: 'the fast tier for full texts annotated as the SciER benchmark does (no metrics, every mention)',
    guidelines: 'scier',
    async load(folder) {
      const tagger = await loadFastTagger('scier', folder)
      const relations = { ...loadRelationModels(folder), mentionPairs: loadMentionPairs(folder, null) }
      return { name: 'fast-scier', tagger, coreference: null, relations }
    },
  },
]

/**
 * @param folder of models
 * @throws UsageError for a name that {@link tiers} lacks
 */
export async function loadTier(name: string, folder: string = shippedModels): Promise<ReadingModels> {
  const tier = tiers.find((candidate) => candidate.name === name)
  if (tier) return { ...(await tier.load(folder)), calibration: loadCalibration(name, folder) }
  const known = tiers.map((candidate) => candidate.name).join(', ')
  throw new UsageError(`unknown tagger "${name}"; use one of: ${known}`)
}
