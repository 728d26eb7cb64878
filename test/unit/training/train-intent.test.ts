import { expect, test } from 'vitest'
import { encodeIntentModel, headOf, logProbabilities } from '../../../ingest/relations/intent/intent-model.ts'
import { type IntentExample, trainHead } from '../../../ingest/training/intent/train-head.ts'

const options = {
  epochs: 6,
  learningRate: 0.1,
  decay: 1e-4,
  dropout: 0.2,
  balance: 0.5,
  minCount: 2,
  folds: 3,
}

/** Feature 1 means method, 2 result, else background; 90 and more are noise. */
const examples = Array.from({ length: 90 }, (_, index): IntentExample => {
  const label = ['background', 'method', 'result'][index % 3]!
  return { features: new Set([index % 3, 90 + (index % 7)]), label }
})

test('learns what tells labels apart, and is the same on a second run', () => {
  const parts = trainHead('scicite', examples, options)
  const best = (features: number[]) => {
    const logs = logProbabilities(headOf(parts), new Set(features))
    return parts.labels[logs.indexOf(Math.max(...logs))]
  }
  expect([0, 1, 2].map((feature) => best([feature, 93]))).toEqual(['background', 'method', 'result'])
  expect(
    encodeIntentModel([parts]).equals(encodeIntentModel([trainHead('scicite', examples, options)])),
  ).toBe(true)
})
