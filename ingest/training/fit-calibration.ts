import { type Calibration, type Curve, pointOn, unchanged } from '../calibration.ts'
import type { Judgements } from '../evaluation/judge-abstracts.ts'
import { type Judgement, reliabilityOf } from '../evaluation/reliability.ts'
import { logOdds } from '../weights/probabilities.ts'

/** How hard the curve is pulled towards changing nothing: so many judgements weigh about as much. */
const prior = 5
const iterations = 25
/** Of cross-validation. */
const folds = 10

/** What is written: the curves, and the expected calibration error without them and on what they were not fitted to. */
export interface FittedCalibration extends Calibration {
  errors: Record<keyof Calibration, { before: number; crossValidated: number }>
}

/**
 * Fits a tier's curves (Platt, Probabilistic outputs for support vector machines, 1999; on log odds).
 * @param judgements of extractions by models that had not seen the texts; uncalibrated, document after document
 */
export function fitCalibration({ entities, claims }: Judgements): FittedCalibration {
  return {
    entities: rounded(fitCurve(entities)),
    claims: rounded(fitCurve(claims)),
    errors: { entities: errorsOf(entities), claims: errorsOf(claims) },
  }
}

/** Logistic regression of being right on the log odds of the confidence, by Newton's method. */
function fitCurve(judgements: Judgement[]): Curve {
  const usable = judgements.filter(({ confidence }) => confidence > 0 && confidence < 1)
  let { slope, shift } = unchanged
  for (let iteration = 0; iteration < iterations; iteration++) {
    let [slopeGradient, shiftGradient] = [
      prior * (slope - unchanged.slope),
      prior * (shift - unchanged.shift),
    ]
    let [slopeSlope, slopeShift, shiftShift] = [prior, 0, prior]
    for (const { confidence, isRight } of usable) {
      const odds = logOdds(confidence)
      const probability = pointOn({ slope, shift }, confidence)
      const error = probability - Number(isRight)
      const weight = probability * (1 - probability)
      slopeGradient += error * odds
      shiftGradient += error
      slopeSlope += weight * odds * odds
      slopeShift += weight * odds
      shiftShift += weight
    }
    const determinant = slopeSlope * shiftShift - slopeShift * slopeShift
    slope -= (shiftShift * slopeGradient - slopeShift * shiftGradient) / determinant
    shift -= (slopeSlope * shiftGradient - slopeShift * slopeGradient) / determinant
  }
  // Confidences that tell nothing, or the contrary, must not turn the order around.
  return slope > 0 ? { slope, shift } : unchanged
}

function errorsOf(judgements: Judgement[]): { before: number; crossValidated: number } {
  const calibrated: Judgement[] = []
  for (let fold = 0; fold < folds; fold++) {
    const [from, to] = [fold, fold + 1].map((edge) => Math.floor((judgements.length * edge) / folds))
    const curve = fitCurve([...judgements.slice(0, from), ...judgements.slice(to)])
    for (const { confidence, isRight } of judgements.slice(from, to))
      calibrated.push({ confidence: pointOn(curve, confidence), isRight })
  }
  const errorOf = (judged: Judgement[]) => round(reliabilityOf('', judged).expectedError)
  return { before: errorOf(judgements), crossValidated: errorOf(calibrated) }
}

function rounded({ slope, shift }: Curve): Curve {
  return { slope: round(slope), shift: round(shift) }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
