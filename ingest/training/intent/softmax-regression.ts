/** Multinomial logistic regression over sparse binary features, by AdaGrad (Duchi et al., JMLR 2011). */
import { seededRandom, shuffle } from '../../../shared/seeded-random.ts'

export interface LabelledRow {
  /** Ids of the features that hold, each once. */
  features: Int32Array
  /** What each feature counts: the inverse square root of their number. */
  value: number
  label: number
}

export interface SoftmaxOptions {
  epochs: number
  learningRate: number
  /** Strength of the pull of a weight towards zero, for each example that shows its feature. */
  decay: number
  /** Share of the features that are hidden from each look at an example. */
  dropout: number
  /** Exponent of the labels' weights: 0 counts examples alike, 1 labels. */
  balance: number
}

export interface SoftmaxWeights {
  /** One row of labels for each feature. */
  weights: Float64Array
  bias: Float64Array
}

/**
 * Deterministic: a fixed seed decides the order and what is hidden; the result is the average of the weights after
 * each epoch but the first.
 */
export function trainSoftmax(
  rows: LabelledRow[],
  labels: number,
  features: number,
  options: SoftmaxOptions,
): SoftmaxWeights {
  const { epochs, learningRate, decay, dropout } = options
  const weightOfLabel = labelWeights(rows, labels, options.balance)
  const weights = new Float64Array((features + 1) * labels)
  const squares = new Float64Array(weights.length).fill(1e-3)
  const sums = new Float64Array(weights.length)
  const error = new Float64Array(labels)
  const biasAt = features * labels
  const random = seededRandom(20240521)
  const order = rows.map((_, index) => index)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const { features: all, value, label } = rows[index]!
      const shown = dropout > 0 ? all.filter(() => random() >= dropout) : all
      error.fill(0)
      for (let at = 0; at < shown.length; at++) {
        for (let one = 0, from = shown[at]! * labels; one < labels; one++) error[one]! += weights[from + one]!
      }
      for (let one = 0; one < labels; one++) error[one] = error[one]! * value + weights[biasAt + one]!
      toProbabilities(error)
      error[label]! -= 1
      for (let one = 0; one < labels; one++) {
        error[one]! *= weightOfLabel[label]!
        squares[biasAt + one]! += error[one]! ** 2
        weights[biasAt + one]! -= (learningRate * error[one]!) / Math.sqrt(squares[biasAt + one]!)
      }
      for (let at = 0; at < shown.length; at++) {
        for (let one = 0, to = shown[at]! * labels; one < labels; one++, to++) {
          const gradient = error[one]! * value + decay * weights[to]!
          squares[to]! += gradient * gradient
          weights[to]! -= (learningRate * gradient) / Math.sqrt(squares[to]!)
        }
      }
    }
    if (epoch > 0 || epochs === 1) for (let at = 0; at < sums.length; at++) sums[at]! += weights[at]!
  }
  const averaged = sums.map((sum) => sum / Math.max(1, epochs - 1))
  return { weights: averaged.subarray(0, biasAt), bias: averaged.subarray(biasAt) }
}

function labelWeights(rows: LabelledRow[], labels: number, balance: number): number[] {
  const counts = new Array<number>(labels).fill(0)
  for (const { label } of rows) counts[label]!++
  return counts.map((count) => (rows.length / labels / Math.max(1, count)) ** balance)
}

/** Softmax, in place. */
function toProbabilities(sums: Float64Array): void {
  const most = Math.max(...sums)
  let total = 0
  for (let one = 0; one < sums.length; one++) {
    sums[one] = Math.exp(sums[one]! - most)
    total += sums[one]!
  }
  for (let one = 0; one < sums.length; one++) sums[one]! /= total
}
