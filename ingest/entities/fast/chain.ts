/** Inference in a linear-chain conditional random field (Lafferty et al., 2001) over the labels of `labels.ts`. */
import { insideLabel, isInside, labelCount, mayFollow, outsideLabel, typeOf } from './labels.ts'

const impossible = -1e4

/** Scores of label after label, at [previous * labelCount + label]; forbidden steps are out of reach. */
export function forbidSteps(transitions: Float64Array): void {
  for (let previous = 0; previous < labelCount; previous++) {
    for (let label = 0; label < labelCount; label++) {
      if (!mayFollow(label, previous)) transitions[previous * labelCount + label] = impossible
    }
  }
}

/** Every label may come before an outside or a beginning; the rest of a mention follows its own type alone. */
const insideLabels = Array.from({ length: labelCount }, (_, label) => label).filter(isInside)
const freeLabels = Array.from({ length: labelCount }, (_, label) => label).filter((label) => !isInside(label))

/** Room for one search, used again by the next. */
const best = new Float64Array(labelCount)
const next = new Float64Array(labelCount)
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
    const place = at * labelCount
    for (let nth = 0; nth < freeLabels.length; nth++) {
      const label = freeLabels[nth]!
      let top = best[0]! + transitions[label]!
      let origin = 0
      for (let one = 1, step = labelCount + label; one < labelCount; one++, step += labelCount) {
        const score = best[one]! + transitions[step]!
        if (score > top) {
          top = score
          origin = one
        }
      }
      next[label] = top + emissions[place + label]!
      from[place + label] = origin
    }
    next[outsideLabel]! -= boldness
    for (let nth = 0; nth < insideLabels.length; nth++) {
      const label = insideLabels[nth]!
      const begun = best[label - 1]! + transitions[(label - 1) * labelCount + label]!
      const held = best[label]! + transitions[label * labelCount + label]!
      next[label] = Math.max(begun, held) + emissions[place + label]!
      from[place + label] = held > begun ? label : label - 1
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
  logPartition: number
}

/** Room for one sentence, used again by the next. */
let scales = new Float64Array(0)
let potential = new Float64Array(0)
let forward = new Float64Array(0)
const backward = new Float64Array(labelCount)
const flow = new Float64Array(labelCount)

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
    const place = at * size
    let sum = 0
    for (let nth = 0; nth < freeLabels.length; nth++) {
      const label = freeLabels[nth]!
      let mass = at === 0 ? 1 : 0
      for (let one = 0; at > 0 && one < size; one++) {
        mass += forward[place - size + one]! * potentials[one * size + label]!
      }
      const value = mass * potential[place + label]!
      forward[place + label] = value
      sum += value
    }
    for (let nth = 0; nth < insideLabels.length; nth++) {
      const label = insideLabels[nth]!
      const mass =
        at === 0
          ? 0
          : forward[place - size + label - 1]! * potentials[(label - 1) * size + label]! +
            forward[place - size + label]! * potentials[label * size + label]!
      const value = mass * potential[place + label]!
      forward[place + label] = value
      sum += value
    }
    scales[at] = sum
    logPartition += Math.log(sum)
    for (let label = 0; label < size; label++) forward[place + label]! /= sum
  }
  const labels = new Float64Array(length * size)
  backward.fill(1)
  for (let at = length - 1; at >= 0; at--) {
    const place = at * size
    for (let label = 0; label < size; label++) {
      labels[place + label] = forward[place + label]! * backward[label]!
      flow[label] = (potential[place + label]! * backward[label]!) / scales[at]!
    }
    if (at === 0) break
    for (let one = 0; one < size; one++) {
      const row = one * size
      let mass = 0
      for (let nth = 0; nth < freeLabels.length; nth++) {
        const label = freeLabels[nth]!
        mass += potentials[row + label]! * flow[label]!
      }
      if (one !== outsideLabel) {
        const inside = insideLabel(typeOf(one))
        mass += potentials[row + inside]! * flow[inside]!
      }
      backward[one] = mass
    }
    if (steps) addSteps(steps, potentials, place - size)
  }
  return { labels, logPartition }
}

/** Adds the probability of each step from the position at `place` to the next, whose flow has just been computed. */
function addSteps(steps: Float64Array, potentials: Float64Array, place: number): void {
  for (let one = 0; one < labelCount; one++) {
    for (let label = 0; label < labelCount; label++) {
      const step = one * labelCount + label
      steps[step]! += forward[place + one]! * potentials[step]! * flow[label]!
    }
  }
}
