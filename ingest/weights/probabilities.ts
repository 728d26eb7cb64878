/** @returns the probability that a sum of weights stands for, which is its log odds */
export function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum))
}

/** @returns the log odds of a probability between 0 and 1: what {@link logistic} turns back */
export function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability))
}

/** @returns for each label the probability that its sum of weights stands for, whatever the others are */
export function logisticOfEach(sums: Float64Array, scale: number): number[] {
  const probabilities: number[] = []
  for (let label = 0; label < sums.length; label++) probabilities.push(logistic(sums[label]! * scale))
  return probabilities
}

/** @returns the probabilities that scores stand for; they sum to 1 */
export function softmax(scores: ArrayLike<number>): number[] {
  const values = Array.from(scores)
  const top = Math.max(...values)
  const log = top + Math.log(values.reduce((sum, score) => sum + Math.exp(score - top), 0))
  return values.map((score) => Math.exp(score - log))
}
