/** Turns confidences into the share that is right of what has them, without changing their order. */
import { existsSync, readFileSync } from 'node:fs'
import type { Extraction } from '../shared/schema.ts'
import { modelFile } from './model-files.ts'
import { logistic, logOdds } from './weights/probabilities.ts'

/** A line in log odds: `slope` is above 0, so that what was surer stays surer. Slope 1 and shift 0 change nothing. */
export interface Curve {
  slope: number
  shift: number
}

/** One tier's curves, fitted by `ingest/training/fit-calibration.ts`. */
export interface Calibration {
  entities: Curve
  claims: Curve
}

export const unchanged: Curve = { slope: 1, shift: 0 }
export const uncalibrated: Calibration = { entities: unchanged, claims: unchanged }

export function calibrationFile(tier: string): string {
  return `${tier}-calibration.json`
}

/**
 * @param folder of models
 * @returns {@link uncalibrated} for a tier without a file
 */
export function loadCalibration(tier: string, folder: string): Calibration {
  const file = modelFile(folder, calibrationFile(tier))
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Calibration) : uncalibrated
}

/** The extraction with the confidences of its entities and claims on their curves; mentions keep their tagger's. */
export function calibrate<Read extends Pick<Extraction, 'entities' | 'claims'>>(
  extraction: Read,
  { entities, claims }: Calibration,
): Read {
  const on = <Sure extends { confidence: number }>(curve: Curve, items: Sure[]): Sure[] =>
    items.map((item) => ({ ...item, confidence: pointOn(curve, item.confidence) }))
  return { ...extraction, entities: on(entities, extraction.entities), claims: on(claims, extraction.claims) }
}

/** @returns 0 for 0 and 1 for 1; between them it rises */
export function pointOn({ slope, shift }: Curve, confidence: number): number {
  if (confidence <= 0 || confidence >= 1 || (slope === 1 && shift === 0)) return confidence
  return logistic(slope * logOdds(confidence) + shift)
}
