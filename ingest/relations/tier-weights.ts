import { readFileSync } from 'node:fs'
import type { Pooling } from '../entities/encoder/index.ts'
import type { OpinionWeights } from '../entities/encoder/opinion-weights.ts'
import type { JudgeWeights } from './judge.ts'
import type { SecondOpinion } from './mention-pairs/index.ts'

/** How the tier `accurate` weighs its models, fitted to the dev abstracts by `ingest/training/encoder/fit-weights.ts`. */
export interface TierWeights {
  /** Of the fast tagger and of the encoder, on a mention. */
  mention: OpinionWeights
  judge: JudgeWeights
}

/** The same of `accurate-scier`, fitted to SciER's dev split by `ingest/training/encoder/fit-scier-weights.ts`. */
export interface ScierWeights {
  mention: Pooling
  pairs: Pick<SecondOpinion, 'share' | 'threshold'>
}

export const tierWeightsFile = 'accurate-weights.json'
export const scierWeightsFile = 'accurate-scier-weights.json'

/**
 * The tier `accurate` takes mentions boldly: which of them are none is left to the judge of entities, who sees all of an
 * entity's mentions.
 */
export function poolingOf({ mention }: Pick<TierWeights, 'mention'>): Pooling {
  return { weights: mention, least: 0.1, isHinted: true }
}

/** @throws where the file is missing or no JSON: the installation is broken */
export function readTierWeights(file: string): TierWeights {
  return JSON.parse(readFileSync(file, 'utf8')) as TierWeights
}

/** @throws as {@link readTierWeights} */
export function readScierWeights(file: string): ScierWeights {
  return JSON.parse(readFileSync(file, 'utf8')) as ScierWeights
}
