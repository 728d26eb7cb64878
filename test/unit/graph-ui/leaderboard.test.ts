import { describe, expect, it } from 'vitest'
import type { ConceptReference } from '../../../graph-ui/api/contract.ts'
import { boardsOf, type MeasuredScore } from '../../../graph-ui/api/graph/boards.ts'
import { betterDirection } from '../../../graph-ui/api/graph/metric-direction.ts'
import { unitName } from '../../../graph-ui/api/graph/units.ts'
import { findNumber } from '../../../graph-ui/api/graph/written-number.ts'
import { claimStatement, paperReference } from '../../fixtures/claim-statement.ts'

describe('which numbers of a metric are better', () => {
  it.each([
    ['accuracy', 'higher'],
    ['top-1 accuracy', 'higher'],
    ['top-5 error', 'lower'],
    ['error rate', 'lower'],
    ['word error rate', 'lower'],
    ['WER', 'lower'],
    ['perplexity', 'lower'],
    ['FID', 'lower'],
    ['Fréchet Inception Distance (FID)', 'lower'],
    ['Inception Score', 'higher'],
    ['cross-entropy loss', 'lower'],
    ['latency', 'lower'],
    ['inference time', 'lower'],
    ['RMSE', 'lower'],
    ['mean absolute error', 'lower'],
    ['bits per character', 'lower'],
    ['negative log-likelihood', 'lower'],
    ['log-likelihood', 'higher'],
    ['false positive rate', 'lower'],
    ['success rate', 'higher'],
    ['F1', 'higher'],
    ['macro-F1 score', 'higher'],
    ['F-measure', 'higher'],
    ['BLEU', 'higher'],
    ['BLEU-4', 'higher'],
    ['ROUGE-L', 'higher'],
    ['mAP', 'higher'],
    ['AP50', 'higher'],
    ['mean IoU', 'higher'],
    ['mIoU', 'higher'],
    ['AUROC', 'higher'],
    ['PSNR', 'higher'],
    ['exact match', 'higher'],
    ['pass@1', 'higher'],
    ['Hits@10', 'higher'],
    ['Spearman correlation', 'higher'],
    ['interestingness', null],
    ['number of layers', null],
    ['mapping', null],
  ])('of %s: %s', (metric, better) => {
    expect(betterDirection(metric)).toBe(better)
  })
})

describe('units', () => {
  it.each([
    ['percent', '%'],
    ['\\%', '%'],
    ['%', '%'],
    ['percentage points', 'points'],
    ['pp', 'points'],
    ['×', 'times'],
    ['dB', 'db'],
    ['', null],
    [null, null],
  ])('%s is %s', (written, name) => {
    expect(unitName(written)).toBe(name)
  })
})

describe('a number in its sentence', () => {
  it.each([
    ['It reaches 16.0 percent.', 16, 0, '16.0'],
    ['With 1,024 units.', 1024, 0, '1,024'],
    ['A drop of -2.5 points.', -2.5, 0, '2.5'],
    ['On ImageNet2 it has 2 %.', 2, 0, '2'],
    ['With 3 layers it beats B by 3 BLEU.', 3, 20, '3'],
    ['It reaches 12.34.', 2.34, 0, null],
    ['It reaches .5 F1.', 0.5, 0, '.5'],
  ])('%s holds %d', (sentence, value, after, written) => {
    const place = findNumber(sentence, value, after)
    expect(place && sentence.slice(place.start, place.end)).toBe(written)
    if (place && after > 0) expect(place.start).toBeGreaterThanOrEqual(after)
  })
})

describe('boards', () => {
  const accuracy = concept('Metric', 'accuracy')
  const error = concept('Metric', 'error rate')

  it('part metrics, units and kinds of numbers, the wider boards first and those without a metric last', () => {
    const boards = boardsOf([
      score('A', 3, { kind: 'difference', metric: accuracy }),
      score('A', 90, {}),
      score('A', 10, { metric: error }),
      score('A', 0.9, { metric: accuracy, unit: null }),
      score('A', 90, { metric: accuracy }),
      score('B', 91, { metric: accuracy }),
      score('A', 2, { kind: 'ratio', unit: 'times', metric: accuracy }),
    ])
    expect(boards.map(({ metric, unit, kind, better }) => [metric, unit, kind, better])).toEqual([
      ['accuracy', '%', 'score', 'higher'],
      ['accuracy', null, 'score', 'higher'],
      ['error rate', '%', 'score', 'lower'],
      [null, '%', 'score', null],
      ['accuracy', '%', 'difference', null],
      ['accuracy', 'times', 'ratio', null],
    ])
  })

  it('go by the direction of the metric, and by name and year where numbers are equal', () => {
    const order = (metric: ConceptReference) =>
      boardsOf([
        score('B', 5, { metric, year: 2020 }),
        score('A', 5, { metric, year: 2021 }),
        score('A', 5, { metric, year: 2019 }),
        score('C', 7, { metric }),
        score('D', 1, { metric }),
      ])[0]!.scores.map(({ method, statement }) => `${method.name} ${statement.paper.year}`)
    const equal = ['A 2019', 'A 2021', 'B 2020']
    expect(order(accuracy)).toEqual(['C 2018', ...equal, 'D 2018'])
    expect(order(error)).toEqual(['D 2018', ...equal, 'C 2018'])
  })

  it('do not depend on the order in which claims are read', () => {
    const scores = [1, 2, 3, 4].map((value) => score(`M${value}`, value, { metric: accuracy }))
    expect(boardsOf(scores)).toEqual(boardsOf([...scores].reverse()))
  })

  it('hold a number once that several rules read from one sentence, with what says most', () => {
    const rival = concept('Method', 'B')
    const same = { sentence: 'A is 8.4 times smaller.', kind: 'ratio', unit: 'times' } as const
    const boards = boardsOf([
      score('A', 8.4, same),
      score('A', 8.4, { ...same, metric: accuracy }),
      score('A', 8.4, { ...same, metric: accuracy, over: rival }),
    ])
    expect(boards.map(({ metric, scores }) => [metric, scores.map(({ over }) => over?.name)])).toEqual([
      ['accuracy', ['B']],
    ])
  })

  it('keep one gain over two rivals as two', () => {
    const same = { sentence: 'A beats B and C by 34 points.', kind: 'difference', unit: 'points' } as const
    const boards = boardsOf(
      ['B', 'C'].map((name) => score('A', 34, { ...same, over: concept('Method', name) })),
    )
    expect(boards[0]!.scores.map(({ over }) => over?.name)).toEqual(['B', 'C'])
  })
})

function concept(type: ConceptReference['type'], name: string): ConceptReference {
  return { key: `Concept/${type}:${name}`, type, name }
}

interface Stated {
  kind: 'score' | 'difference' | 'ratio'
  metric: ConceptReference | null
  unit: string | null
  over: ConceptReference | null
  year: number
  sentence: string
}

function score(method: string, value: number, stated: Partial<Stated>): MeasuredScore {
  const { kind = 'score', metric = null, unit = '%', over = null, year = 2018 } = stated
  const { sentence = `${method} ${value} ${kind} ${metric?.name} ${unit} in ${year}` } = stated
  return {
    method: concept('Method', method),
    over,
    metricName: metric?.name ?? null,
    statement: claimStatement({
      key: `Claim/${sentence} ${over?.name} ${metric?.name}`,
      paper: paperReference(`A Paper of ${year}`, { year }),
      sentence: { text: sentence, marks: [] },
      ...{ value, written: String(value), unit, valueKind: kind, metric },
    }),
  }
}
