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

/** The labels that may precede each label, ascending. */
const precursors: readonly Uint8Array[] = Array.from({ length: labelCount }, (_, label) =>
  Uint8Array.from(
    Array.from({ length: labelCount }, (_, other) => other).filter((other) => mayFollow(label, other)),
  ),
)

/** Room for one search, used again by the next. */
let best = new Float64Array(labelCount)
let next = new Float64Array(labelCount)
let from = new Uint8Array(0)

/**
 * The best labelling (Viterbi).
 * @param emissions scores at [position * labelCount + label]
 * @param boldness taken from the score of the outside label: above 0 more is found, and more of it wrong
 */
export function bestPath(
  emissions: Float64Array,
  length: number,
  transitions: Float64Array,
  boldness: number,
): Uint8Array {
  const path = new Uint8Array(length)
  if (length === 0) return path
  if (from.length < length * labelCount) from = new Uint8Array(2 * length * labelCount)
  for (let label = 0; label < labelCount; label++) {
    best[label] = isInside(label) ? impossible : emissions[label]!
  }
  best[outsideLabel]! -= boldness
  for (let at = 1; at < length; at++) {
    for (let label = 0; label < labelCount; label++) {
      const previous = precursors[label]!
      let top = -Infinity
      let origin = outsideLabel
      for (let index = 0; index < previous.length; index++) {
        const one = previous[index]!
        const score = best[one]! + transitions[one * labelCount + label]!
        if (score > top) {
          top = score
          origin = one
        }
      }
      const emission = emissions[at * labelCount + label]!
      next[label] = top + (label === outsideLabel ? emission - boldness : emission)
      from[at * labelCount + label] = origin
    }
    const spare = best
    best = next
    next = spare
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
  logPartition: number
}

/** Room for one sentence, used again by the next. */
let scales = new Float64Array(0)
let potential = new Float64Array(0)
let forward = new Float64Array(0)

/**
 * Forward and backward passes, scaled at each position so that nothing overflows.
 * @param potentials the exponentials of the scores of steps
 * @param steps where the expected number of each step in the sentence is added, at [previous * labelCount + label];
 *   only in training
 */
export function marginals(
  emissions: Float64Array,
  length: number,
  potentials: Float64Array,
  steps: Float64Array | null,
): Marginals {
  const size = labelCount
  if (scales.length < length) {
    scales = new Float64Array(2 * length)
    potential = new Float64Array(2 * length * size)
    forward = new Float64Array(2 * length * size)
  }
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
  for (let at = 0; at < length; at++) {
    let sum = 0
    for (let label = 0; label < size; label++) {
      const previous = precursors[label]!
      let mass = at === 0 ? 1 : 0
      if (at > 0) {
        for (let index = 0; index < previous.length; index++) {
          const one = previous[index]!
          mass += forward[(at - 1) * size + one]! * potentials[one * size + label]!
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
  const labels = new Float64Array(length * size)
  let backward = new Float64Array(size).fill(1)
  let earlier = new Float64Array(size)
  for (let at = length - 1; at >= 0; at--) {
    for (let label = 0; label < size; label++) {
      labels[at * size + label] = forward[at * size + label]! * backward[label]!
    }
    if (at === 0) break
    earlier.fill(0)
    for (let label = 0; label < size; label++) {
      const previous = precursors[label]!
      for (let index = 0; index < previous.length; index++) {
        const one = previous[index]!
        const flow =
          (potentials[one * size + label]! * potential[at * size + label]! * backward[label]!) / scales[at]!
        earlier[one]! += flow
        if (steps) steps[one * size + label]! += forward[(at - 1) * size + one]! * flow
      }
    }
    const spare = backward
    backward = earlier
    earlier = spare
  }
  return { labels, logPartition }
}
