/** How what several models say of one thing becomes one probability: logistic regression on their log odds. */

export interface OpinionWeights {
  bias: number
  /** One for each opinion. */
  opinions: number[]
}

/** Of a probability, in log odds: beyond these a model's word is not trusted more. */
const limit = 0.005

export function logOddsOf(probability: number): number {
  const p = Math.min(1 - limit, Math.max(limit, probability))
  return Math.log(p / (1 - p))
}

/** @param probabilities one for each opinion */
export function pooled({ bias, opinions }: OpinionWeights, probabilities: number[]): number {
  let sum = bias
  for (let at = 0; at < opinions.length; at++) sum += opinions[at]! * logOddsOf(probabilities[at]!)
  return 1 / (1 + Math.exp(-sum))
}
