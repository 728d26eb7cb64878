/** @returns the probabilities that scores stand for; they sum to 1 */
export function softmax(scores: ArrayLike<number>): number[] {
  return logSoftmax(scores).map(Math.exp)
}

/** @returns the logarithms of the probabilities that scores stand for */
export function logSoftmax(scores: ArrayLike<number>): number[] {
  const values = Array.from(scores)
  const top = Math.max(...values)
  const log = top + Math.log(values.reduce((sum, score) => sum + Math.exp(score - top), 0))
  return values.map((score) => score - log)
}
