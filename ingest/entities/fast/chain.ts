/** Inference in a linear-chain conditional random field (Lafferty et al., 2001) over the labels of `labels.ts`. */
import { isInside, labelCount, mayFollow, outsideLabel } from './labels.ts'

const impossible = -1e4

/** Scores of label after label, at [previous * labelCount + label]; forbidden steps are out of reach. */
export function forbidSteps(transitions: Float64Array): void {
  for (let previous = 0; previous < labelCount; previous++) {
    for (let label = 0; label < labelCount; label++) {
      if (!mayFollow(label, previous)) transitions[previous * labelCount + label] = impossible
    }
  }
}

/**
 * The best labelling (Viterbi).
 * @param emissions scores at [position * labelCount + label]
 */
export function bestPath(emissions: Float64Array, length: number, transitions: Float64Array): Uint8Array {
  const best = new Float64Array(labelCount)
  const next = new Float64Array(labelCount)
  const from = new Uint8Array(length * labelCount)
  const path = new Uint8Array(length)
  if (length === 0) return path
  for (let label = 0; label < labelCount; label++) {
    best[label] = emissions[label]! + (isInside(label) ? impossible : 0)
  }
  for (let at = 1; at < length; at++) {
    for (let label = 0; label < labelCount; label++) {
      let top = -Infinity
      let origin = outsideLabel
      for (let previous = 0; previous < labelCount; previous++) {
        const score = best[previous]! + transitions[previous * labelCount + label]!
        if (score > top) {
          top = score
          origin = previous
        }
      }
      next[label] = top + emissions[at * labelCount + label]!
      from[at * labelCount + label] = origin
    }
    best.set(next)
  }
  let label = 0
  for (let other = 1; other < labelCount; other++) if (best[other]! > best[label]!) label = other
  for (let at = length - 1; at >= 0; at--) {
    path[at] = label
    label = from[at * labelCount + label]!
  }
  return path
}

export interface Marginals {
  /** Probability of each label at [position * labelCount + label]. */
  labels: Float64Array
  /** Expected number of each step in the sentence, at [previous * labelCount + label]. */
  steps: Float64Array
  logPartition: number
}

/** Forward and backward passes, scaled at each position so that nothing overflows. */
export function marginals(emissions: Float64Array, length: number, transitions: Float64Array): Marginals {
  const size = labelCount
  const potential = new Float64Array(length * size)
  const step = transitions.map(Math.exp)
  let logPartition = 0
  for (let at = 0; at < length; at++) {
    let top = -Infinity
    for (let label = 0; label < size; label++) top = Math.max(top, emissions[at * size + label]!)
    for (let label = 0; label < size; label++) {
      const allowed = at > 0 || !isInside(label)
      potential[at * size + label] = allowed ? Math.exp(emissions[at * size + label]! - top) : 0
    }
    logPartition += top
  }
  const forward = new Float64Array(length * size)
  const scales = new Float64Array(length)
  for (let at = 0; at < length; at++) {
    let sum = 0
    for (let label = 0; label < size; label++) {
      let mass = at === 0 ? 1 : 0
      if (at > 0) {
        for (let previous = 0; previous < size; previous++) {
          mass += forward[(at - 1) * size + previous]! * step[previous * size + label]!
        }
      }
      const value = mass * potential[at * size + label]!
      forward[at * size + label] = value
      sum += value
    }
    scales[at] = sum
    logPartition += Math.log(sum)
    for (let label = 0; label < size; label++) forward[at * size + label]! /= sum
  }
  const steps = new Float64Array(size * size)
  const labels = new Float64Array(length * size)
  let backward = new Float64Array(size).fill(1)
  for (let at = length - 1; at >= 0; at--) {
    for (let label = 0; label < size; label++) {
      labels[at * size + label] = forward[at * size + label]! * backward[label]!
    }
    if (at === 0) break
    const earlier = new Float64Array(size)
    for (let previous = 0; previous < size; previous++) {
      let mass = 0
      for (let label = 0; label < size; label++) {
        const flow =
          (step[previous * size + label]! * potential[at * size + label]! * backward[label]!) / scales[at]!
        mass += flow
        steps[previous * size + label]! += forward[(at - 1) * size + previous]! * flow
      }
      earlier[previous] = mass
    }
    backward = earlier
  }
  return { labels, steps, logPartition }
}
