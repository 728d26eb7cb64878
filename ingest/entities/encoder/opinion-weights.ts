/** How what several models say of one thing becomes one probability: logistic regression on their log odds. */
import { logistic, logOdds } from '../../weights/probabilities.ts'

export interface OpinionWeights {
  bias: number
  /** One for each opinion. */
  opinions: number[]
}

/** Of a probability, in log odds: beyond these a model's word is not trusted more. */
const limit = 0.005

export function logOddsOf(probability: number): number {
  return logOdds(Math.min(1 - limit, Math.max(limit, probability)))
}

/** @param probabilities one for each opinion */
export function pooled({ bias, opinions }: OpinionWeights, probabilities: number[]): number {
  let sum = bias
  for (let at = 0; at < opinions.length; at++) sum += opinions[at]! * logOddsOf(probabilities[at]!)
  return logistic(sum)
}
