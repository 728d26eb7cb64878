import { seededRandom, shuffle } from '../../../shared/seeded-random.ts'
import { forbidSteps, marginals } from '../../entities/fast/chain.ts'
import { labelCount } from '../../entities/fast/labels.ts'
import type { Report } from '../report.ts'

/** A sentence ready for training: for each token the rows of its features, and its label. */
export interface TrainingSentence {
  rows: Int32Array[]
  labels: Uint8Array
}

export interface ChainOptions {
  epochs: number
  learningRate: number
  /** Strength of the pull of every weight towards zero, for each sentence that shows its feature. */
  decay: number
  /** Share of features hidden from each token in training, so that no single one is relied on. */
  dropout: number
}

export interface ChainWeights {
  weights: Float64Array
  transitions: Float64Array
}

/**
 * Trains a conditional random field by AdaGrad (Duchi et al., 2011) on the log likelihood, one sentence at a time.
 * Deterministic. Weights are averaged over the second half of the epochs.
 * @param rowCount number of features
 */
export function trainChain(
  sentences: TrainingSentence[],
  rowCount: number,
  options: ChainOptions,
  report: Report,
): ChainWeights {
  const random = seededRandom(20240521)
  const weights = new Float64Array(rowCount * labelCount)
  const squares = new Float64Array(rowCount * labelCount).fill(1e-2)
  const transitions = new Float64Array(labelCount * labelCount)
  const transitionSquares = new Float64Array(labelCount * labelCount).fill(1e-2)
  const sum = new Float32Array(rowCount * labelCount)
  const transitionSum = new Float64Array(labelCount * labelCount)
  forbidSteps(transitions)
  const order = sentences.map((_, index) => index)
  let averaged = 0
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    let loss = 0
    for (const index of order) {
      const { rows: allRows, labels } = sentences[index]!
      const rows =
        options.dropout > 0 ? allRows.map((row) => row.filter(() => random() >= options.dropout)) : allRows
      const emissions = new Float64Array(labels.length * labelCount)
      rows.forEach((row, at) => {
        for (const feature of row) {
          for (let label = 0; label < labelCount; label++) {
            emissions[at * labelCount + label]! += weights[feature * labelCount + label]!
          }
        }
      })
      const steps = new Float64Array(labelCount * labelCount)
      const expected = marginals(emissions, labels.length, transitions.map(Math.exp), steps)
      loss += expected.logPartition
      for (let at = 0; at < labels.length; at++) {
        const gold = labels[at]!
        loss -= emissions[at * labelCount + gold]!
        if (at > 0) {
          loss -= transitions[labels[at - 1]! * labelCount + gold]!
          steps[labels[at - 1]! * labelCount + gold]! -= 1
        }
        expected.labels[at * labelCount + gold]! -= 1
      }
      rows.forEach((row, at) => {
        for (let label = 0; label < labelCount; label++) {
          const error = expected.labels[at * labelCount + label]!
          if (Math.abs(error) < 1e-4) continue
          for (const feature of row) {
            const place = feature * labelCount + label
            const gradient = error + options.decay * weights[place]!
            squares[place]! += gradient * gradient
            weights[place]! -= (options.learningRate * gradient) / Math.sqrt(squares[place]!)
          }
        }
      })
      for (let place = 0; place < transitions.length; place++) {
        const gradient = steps[place]!
        if (gradient === 0) continue
        transitionSquares[place]! += gradient * gradient
        transitions[place]! -= (options.learningRate * gradient) / Math.sqrt(transitionSquares[place]!)
      }
    }
    if (epoch >= options.epochs / 2) {
      averaged++
      for (let place = 0; place < weights.length; place++) sum[place]! += weights[place]!
      for (let place = 0; place < transitions.length; place++) transitionSum[place]! += transitions[place]!
    }
    const shown = (loss / sentences.length).toFixed(3)
    report((epoch + 1) / options.epochs, `epoch ${epoch + 1}: loss per sentence ${shown}`)
  }
  return {
    // All features are there at run time, so each counts for less.
    weights: Float64Array.from(sum, (value) => (value / averaged) * (1 - options.dropout)),
    transitions: transitionSum.map((value) => value / averaged),
  }
}
