import { logOddsOf, type OpinionWeights, pooled } from '../../entities/encoder/opinion-weights.ts'

/** What several models say of one thing (probabilities), and whether it is so. */
export interface JudgedOpinions {
  opinions: number[]
  isRight: boolean
}

const steps = 3000
const rate = 0.5

/** Logistic regression on log odds, by plain gradient descent: a handful of numbers, the same each time. */
export function fitOpinions(judged: JudgedOpinions[]): OpinionWeights {
  const rows = judged.map(({ opinions, isRight }) => ({ odds: opinions.map(logOddsOf), opinions, isRight }))
  const size = rows[0]!.opinions.length
  let weights: OpinionWeights = { bias: 0, opinions: new Array<number>(size).fill(1 / size) }
  for (let step = 0; step < steps; step++) {
    let bias = 0
    const gradient = new Array<number>(size).fill(0)
    for (const { odds, opinions, isRight } of rows) {
      const error = pooled(weights, opinions) - Number(isRight)
      bias += error
      for (let at = 0; at < size; at++) gradient[at]! += error * odds[at]!
    }
    const pace = rate / rows.length
    weights = {
      bias: weights.bias - pace * bias,
      opinions: weights.opinions.map((weight, at) => weight - (pace * gradient[at]!) / 4),
    }
  }
  const round = (value: number) => Math.round(value * 1e4) / 1e4
  return { bias: round(weights.bias), opinions: weights.opinions.map(round) }
}
