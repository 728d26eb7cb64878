import { marginals } from '../fast/chain.ts'
import { labelCount } from '../fast/labels.ts'
import type { WindowUnit } from './windows.ts'

/** First unit of each sentence, and the unit after its last. Units are sorted, also by sentence. */
export function sentenceRuns(units: readonly WindowUnit[]): [number, number][] {
  const runs: [number, number][] = []
  for (let start = 0; start < units.length; ) {
    let stop = start + 1
    while (stop < units.length && units[stop]!.sentence === units[start]!.sentence) stop++
    runs.push([start, stop])
    start = stop
  }
  return runs
}

/** Below this a logarithm says nothing more. */
const least = 1e-12

/**
 * How likely each unit has each label: marginals of a linear-chain conditional random field over each sentence.
 * @param scores units × labelCount
 * @param steps labelCount × labelCount: scores of label after label, at [previous * labelCount + label]
 * @returns units × labelCount: logarithms of probabilities
 */
export function labelProbabilities(
  units: readonly WindowUnit[],
  scores: Float64Array,
  steps: ArrayLike<number>,
): Float32Array {
  const potentials = Float64Array.from(steps, Math.exp)
  const logs = new Float32Array(scores.length)
  for (const [start, stop] of sentenceRuns(units)) {
    const own = scores.subarray(start * labelCount, stop * labelCount)
    const { labels } = marginals(own, stop - start, potentials, null)
    logs.set(
      labels.map((probability) => Math.log(Math.max(least, probability))),
      start * labelCount,
    )
  }
  return logs
}
