import fc from 'fast-check'
import { expect, it } from 'vitest'
import { logistic, logisticOfEach, logOdds } from '../../../ingest/weights/probabilities.ts'

it.each([
  [0, 0.5],
  [Math.log(3), 0.75],
  [-Math.log(3), 0.25],
  [1000, 1],
  [-1000, 0],
])('a sum of %f stands for a probability of %f', (sum, probability) => {
  expect(logistic(sum)).toBeCloseTo(probability, 12)
  expect(logisticOfEach(Float64Array.of(sum / 2, 0), 2)).toEqual([logistic(sum), 0.5])
})

it('log odds and probabilities are two ways to say the same', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (probability) => {
      expect(logistic(logOdds(probability))).toBeCloseTo(probability, 12)
    }),
  )
})
