/** @returns the probabilities that scores stand for; they sum to 1 */
export function softmax(scores: ArrayLike<number>): number[] {
  const values = Array.from(scores)
  const top = Math.max(...values)
  const log = top + Math.log(values.reduce((sum, score) => sum + Math.exp(score - top), 0))
  return values.map((score) => Math.exp(score - log))
}
