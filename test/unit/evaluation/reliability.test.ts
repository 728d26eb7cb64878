import { expect, it } from 'vitest'
import { judgeExtraction } from '../../../ingest/evaluation/judge-abstracts.ts'
import { reliabilityOf } from '../../../ingest/evaluation/reliability.ts'
import { extractionSchema } from '../../../shared/schema.ts'

it('bins by confidence and weighs the distance to the share that is right', () => {
  const judge = (confidence: number, ...right: number[]) =>
    right.map((one) => ({ confidence, isRight: one === 1 }))
  const { bins, count, expectedError } = reliabilityOf('claims', [
    ...judge(0.95, 1, 1, 1, 0),
    ...judge(1, 1),
    ...judge(0.25, 0, 0, 0, 1, 0),
  ])
  expect(count).toBe(10)
  expect(bins.filter((bin) => bin.count > 0)).toEqual([
    { from: 0.2, to: 0.3, count: 5, meanConfidence: 0.25, right: 0.2 },
    { from: 0.9, to: 1, count: 5, meanConfidence: expect.closeTo(0.96), right: 0.8 },
  ])
  expect(expectedError).toBeCloseTo(0.5 * 0.05 + 0.5 * 0.16)
})

it('judges entities by type and role, claims by their triple, and leaves denied and unannotated ones out', () => {
  const entity = (name: string, confidence: number) => ({
    ...{ name, type: 'Method', role: 'used', intent: 'uses', aliases: [], acronyms: [], mentions: [] },
    ...{ sentences: [], marker: null, confidence },
  })
  const span = { start: 0, end: 1 }
  const claim = (subject: string, predicate: string, object: string, negated: boolean) => ({
    ...{ predicate, subject: { entity: subject, ...span, implicit: false }, negated, hedged: false },
    ...{ object: { entity: object, ...span, implicit: false }, sentence: span, cue: span, confidence: 0.7 },
    ...{ dataset: null, task: null, metric: null, value: null, unit: null, valueKind: null, rule: 'r' },
  })
  const extraction = extractionSchema.parse({
    entities: [entity('LoRAs', 0.9), entity('BERT', 0.8), entity('GPT', 0.3)],
    relations: [],
    claims: [
      claim('LoRAs', 'BASED_ON', 'BERT', false),
      claim('BERT', 'BASED_ON', 'LoRAs', false),
      claim('LoRAs', 'OUTPERFORMS', 'BERT', true),
      claim('GPT', 'BENCHMARK_FOR', 'BERT', false),
    ],
  })
  const gold = {
    entities: [
      { name: 'LoRA', type: 'Method' as const, role: 'used' as const },
      { name: 'BERT', type: 'Method' as const, role: 'compared' as const },
    ],
    relations: [['LoRA', 'BASED_ON', 'BERT'] as ['LoRA', 'BASED_ON', 'BERT']],
  }
  const { entities, claims } = judgeExtraction(gold, extraction, new Set(['BASED_ON', 'OUTPERFORMS']))
  expect(entities.map(({ isRight }) => isRight)).toEqual([true, false, false])
  expect(claims.map(({ isRight }) => isRight)).toEqual([true, false])
})
