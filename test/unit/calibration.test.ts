import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Curve,
  calibrate,
  loadCalibration,
  pointOn,
  uncalibrated,
  unchanged,
} from '../../ingest/calibration.ts'
import { reliabilityOf } from '../../ingest/evaluation/reliability.ts'
import { shippedModels } from '../../ingest/model-files.ts'
import { tiers } from '../../ingest/tiers.ts'
import { fitCalibration } from '../../ingest/training/fit-calibration.ts'
import { seededRandom } from '../../shared/seeded-random.ts'

const curve: Curve = { slope: 2, shift: -1 }

it.each([
  [0, 0],
  [0.5, 1 / (1 + Math.E)],
  [0.9, 81 / (81 + Math.E)],
  [1, 1],
])('%d lies at %d', (confidence, right) => {
  expect(pointOn(curve, confidence)).toBeCloseTo(right)
  expect(pointOn(unchanged, confidence)).toBe(confidence)
})

describe.each(tiers.map(({ name }) => name))('the curves of %s', (tier) => {
  it.each(['entities', 'claims'] as const)('never fall, and stay within 0 and 1: %s', (part) => {
    const own = loadCalibration(tier, shippedModels)[part]
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)].map((one) => pointOn(own, one))
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
          expect(low).toBeLessThanOrEqual(high!)
        },
      ),
    )
  })
})

it('moves the confidences of entities and claims, nothing else', () => {
  const extraction = { entities: [{ name: 'a', confidence: 0.5 }], claims: [{ rule: 'r', confidence: 0.5 }] }
  const read = extraction as unknown as Parameters<typeof calibrate>[0]
  expect(calibrate(read, { entities: curve, claims: unchanged })).toEqual({
    entities: [{ name: 'a', confidence: expect.closeTo(1 / (1 + Math.E)) }],
    claims: [{ rule: 'r', confidence: 0.5 }],
  })
  expect(calibrate(read, uncalibrated)).toEqual(extraction)
})

it('makes confidences that promise too much keep their word', () => {
  const random = seededRandom(5)
  const draw = () =>
    Array.from({ length: 5000 }, () => {
      const confidence = random()
      return { confidence, isRight: random() < confidence ** 2 }
    })
  const { claims, errors } = fitCalibration({ entities: [], claims: draw() })
  const fresh = draw()
  const calibrated = fresh.map((one) => ({ ...one, confidence: pointOn(claims, one.confidence) }))
  expect(reliabilityOf('before', fresh).expectedError).toBeGreaterThan(0.1)
  expect(reliabilityOf('after', calibrated).expectedError).toBeLessThan(0.04)
  expect(errors.claims.before).toBeGreaterThan(0.1)
  expect(errors.claims.crossValidated).toBeLessThan(0.04)
  expect(errors.entities).toEqual({ before: 0, crossValidated: 0 })
})

it('never turns the order around', () => {
  const contrary = Array.from({ length: 500 }, (_, index) => ({
    confidence: 0.1 + 0.8 * (index % 2),
    isRight: index % 2 === 0,
  }))
  expect(fitCalibration({ entities: contrary, claims: [] }).entities).toEqual(unchanged)
})
