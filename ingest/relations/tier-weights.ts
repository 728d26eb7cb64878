import { readFileSync } from 'node:fs'
import type { OpinionWeights } from '../entities/encoder/opinion-weights.ts'
import type { JudgeWeights } from './judge.ts'

/** How the accurate tier weighs its models, fitted to the dev abstracts by `ingest/training/encoder/fit-weights.ts`. */
export interface TierWeights {
  /** Of the fast tagger and of the encoder, on a mention. */
  mention: OpinionWeights
  judge: JudgeWeights
}

export const tierWeightsFile = 'accurate-weights.json'

/** @throws where the file is missing or no JSON: the installation is broken */
export function readTierWeights(file: string): TierWeights {
  return JSON.parse(readFileSync(file, 'utf8')) as TierWeights
}
