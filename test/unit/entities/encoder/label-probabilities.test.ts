import { describe, expect, it } from 'vitest'
import { labelProbabilities, sentenceRuns } from '../../../../ingest/entities/encoder/label-probabilities.ts'
import { labelCount, mayFollow } from '../../../../ingest/entities/fast/labels.ts'
import { seededRandom } from '../../../../shared/seeded-random.ts'

const unit = (sentence: number, at: number) => ({
  ...{ start: at, end: at + 1, text: 'x', case: 0 as const },
  ...{ sentence, piece: at },
})

/** Every labelling of a short sentence with its score, forbidden ones left out. */
function labellings(scores: Float64Array, steps: Float64Array, length: number) {
  let all: { path: number[]; score: number }[] = [{ path: [], score: 0 }]
  for (let at = 0; at < length; at++) {
    all = all.flatMap(({ path, score }) =>
      Array.from({ length: labelCount }, (_, label) => label)
        .filter((label) => mayFollow(label, path.at(-1) ?? 0))
        .map((label) => ({
          path: [...path, label],
          score:
            score +
            scores[at * labelCount + label]! +
            (at > 0 ? steps[path[at - 1]! * labelCount + label]! : 0),
        })),
    )
  }
  return all
}

describe('probabilities of labels', () => {
  it('are the marginals over all labellings of a sentence', () => {
    const random = seededRandom(3)
    const units = [unit(0, 0), unit(0, 1), unit(0, 2), unit(2, 3)]
    const scores = Float64Array.from({ length: units.length * labelCount }, () => 4 * random() - 2)
    const steps = Float64Array.from({ length: labelCount * labelCount }, () => 2 * random() - 1)
    const logs = labelProbabilities(units, scores, steps)
    for (const [start, stop] of [
      [0, 3],
      [3, 4],
    ] as const) {
      const all = labellings(scores.subarray(start * labelCount), steps, stop - start)
      const total = all.reduce((sum, { score }) => sum + Math.exp(score), 0)
      for (let at = 0; at < stop - start; at++) {
        for (let label = 0; label < labelCount; label++) {
          const mass = all
            .filter(({ path }) => path[at] === label)
            .reduce((sum, { score }) => sum + Math.exp(score), 0)
          expect(Math.exp(logs[(start + at) * labelCount + label]!)).toBeCloseTo(mass / total, 5)
        }
      }
    }
  })

  it('are of each sentence alone', () => {
    expect(sentenceRuns([unit(0, 0), unit(0, 1), unit(3, 2)])).toEqual([
      [0, 2],
      [2, 3],
    ])
    expect(sentenceRuns([])).toEqual([])
  })
})
