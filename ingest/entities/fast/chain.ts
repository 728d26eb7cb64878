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
const rooms = [new Float64Array(labelCount), new Float64Array(labelCount)] as const
const leads = new Float64Array(labelCount)
const rivals = new Uint8Array(labelCount)
let from = new Uint8Array(0)

/** So that no rounding makes a label look beaten. */
const safety = 1e-6

/**
 * For each label the most by which any step from it scores better than the same step from outside: where it is further
 * behind outside than this, no best path leads on from it. That is so for most labels of most tokens.
 */
function findLeads(transitions: Float64Array): void {
  for (let label = 0; label < labelCount; label++) {
    let most = Number.NEGATIVE_INFINITY
    for (const step of freeLabels) {
      most = Math.max(most, transitions[label * labelCount + step]! - transitions[step]!)
    }
    leads[label] = most + safety
  }
}

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
  findLeads(transitions)
  let [best, next] = rooms
  for (let label = 0; label < labelCount; label++) {
    best[label] = isInside(label) ? impossible : emissions[label]!
  }
  best[outsideLabel]! -= boldness
  for (let at = 1; at < length; at++) {
    const place = at * labelCount
    let rivalCount = 0
    for (let one = 1; one < labelCount; one++) {
      if (best[one]! + leads[one]! > best[outsideLabel]!) rivals[rivalCount++] = one
    }
    for (let nth = 0; nth < freeLabels.length; nth++) {
      const label = freeLabels[nth]!
      let top = best[outsideLabel]! + transitions[label]!
      let origin = outsideLabel
      for (let rival = 0; rival < rivalCount; rival++) {
        const one = rivals[rival]!
        const score = best[one]! + transitions[one * labelCount + label]!
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
    ;[best, next] = [next, best]
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
  /** Probability of each label at [position * labelCount + label]; it holds until the next call. */
  labels: Float64Array
  logPartition: number
}

/** Room for one sentence, used again by the next. */
interface Room {
  /** Of sentences of so many tokens. */
  length: number
  scales: Float64Array
  /** At [position * labelCount + label], as the following. */
  potential: Float64Array
  forward: Float64Array
  labels: Float64Array
}
let room = makeRoom(0)
const backward = new Float64Array(labelCount)
const flow = new Float64Array(labelCount)

function makeRoom(length: number): Room {
  const ofLabels = () => new Float64Array(length * labelCount)
  return {
    length,
    scales: new Float64Array(length),
    potential: ofLabels(),
    forward: ofLabels(),
    labels: ofLabels(),
  }
}

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
  if (room.length < length) room = makeRoom(2 * length)
  const { scales, potential, forward, labels } = room
  let logPartition = 0
  for (let at = 0; at < length; at++) {
    const place = at * size
    let top = -Infinity
    for (let label = 0; label < size; label++) top = Math.max(top, emissions[place + label]!)
    for (let label = 0; label < size; label++) {
      potential[place + label] = Math.exp(emissions[place + label]! - top)
    }
    logPartition += top
  }
  for (let nth = 0; nth < insideLabels.length; nth++) potential[insideLabels[nth]!] = 0
  for (let at = 0; at < length; at++) {
    const place = at * size
    const before = place - size
    let sum = 0
    for (let nth = 0; nth < freeLabels.length; nth++) {
      const label = freeLabels[nth]!
      let mass = at === 0 ? 1 : 0
      for (let one = 0; at > 0 && one < size; one++) {
        mass += forward[before + one]! * potentials[one * size + label]!
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
          : forward[before + label - 1]! * potentials[(label - 1) * size + label]! +
            forward[before + label]! * potentials[label * size + label]!
      const value = mass * potential[place + label]!
      forward[place + label] = value
      sum += value
    }
    scales[at] = sum
    logPartition += Math.log(sum)
    for (let label = 0; label < size; label++) forward[place + label]! /= sum
  }
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
    if (steps) addSteps(steps, forward, potentials, place - size)
  }
  return { labels: labels.subarray(0, length * size), logPartition }
}

/** Adds the probability of each step from the position at `place` to the next, whose flow has just been computed. */
function addSteps(steps: Float64Array, forward: Float64Array, potentials: Float64Array, place: number): void {
  for (let one = 0; one < labelCount; one++) {
    for (let label = 0; label < labelCount; label++) {
      const step = one * labelCount + label
      steps[step]! += forward[place + one]! * potentials[step]! * flow[label]!
    }
  }
}
