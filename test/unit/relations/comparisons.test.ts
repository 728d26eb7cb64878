import { describe, expect, test } from 'vitest'
import { read } from '../../../ingest/relations/reading.ts'
import { comparisons } from '../../../ingest/relations/rules/comparisons.ts'
import { scenesOf } from '../../../ingest/relations/scenes.ts'
import { documentOf } from './marked-text.ts'

/** Matches as "subject PREDICATE object", with "not" and "maybe" before it and numbers behind it. */
function claimsOf(marked: string): string[] {
  const document = documentOf(marked)
  const reading = read(document)
  const introduced = document.entities.findIndex(({ name }) => name === 'Zeta')
  const scenes = scenesOf(reading, { method: introduced < 0 ? null : introduced, dataset: null })
  const nameOf = (place: { entity: number } | null) => (place ? document.entities[place.entity]!.name : '-')
  const claims = scenes.flatMap((scene) =>
    comparisons(scene).map((match) => {
      const { negated, hedged, predicate, subject, object, dataset, value, unit, valueKind, metric } = match
      const details = [
        ...(dataset ? [`on ${nameOf(dataset)}`] : []),
        ...(value === null ? [] : [`${valueKind} ${value}${unit ? ` ${unit}` : ''}`]),
        ...(metric ? [`in ${nameOf(metric)}`] : []),
      ]
      const polarity = `${negated ? 'not ' : ''}${hedged ? 'maybe ' : ''}`
      return `${polarity}${nameOf(subject)} ${predicate} ${nameOf(object)} ${details.join(' ')}`.trim()
    }),
  )
  return [...new Set(claims)]
}

describe('direction', () => {
  test.each([
    ['[M:Zeta] outperforms [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] significantly outperformed the strong [M:Alpha] baseline.', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Alpha] is outperformed by [M:Zeta].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Alpha] was clearly surpassed by [M:Zeta].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] surpasses [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] beats [M:Alpha] by a wide margin.', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] is superior to [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Alpha] is inferior to [M:Zeta].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] performs better than [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Alpha] performs worse than [M:Zeta].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Alpha] underperforms [M:Zeta].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Alpha] lags behind [M:Zeta].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] improves over [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] yields large gains over [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['Experiments show the superiority of [M:Zeta] over [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] achieves lower error than [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Alpha] has higher error than [M:Zeta].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Alpha] reaches lower accuracy than [M:Zeta].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] is more sample-efficient than [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Alpha] reaches lower [X:accuracy] than [M:Zeta].', ['Zeta OUTPERFORMS Alpha in accuracy']],
    ['[M:Alpha] has higher [X:FID] than [M:Zeta].', ['Zeta OUTPERFORMS Alpha in FID']],
    ['[M:Zeta] has lower [X:word error rate] than [M:Alpha].', ['Zeta OUTPERFORMS Alpha in word error rate']],
    ['[M:Alpha] is less interpretable than [M:Zeta].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] needs less memory than [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    [
      '[M:Alpha] shows a reduction in [X:accuracy] compared to [M:Zeta].',
      ['Zeta OUTPERFORMS Alpha in accuracy'],
    ],
    ['Compared to [M:Zeta], [M:Alpha] has lower [X:accuracy].', ['Zeta OUTPERFORMS Alpha in accuracy']],
    ['Compared to [M:Alpha], [M:Zeta] has lower [X:perplexity].', ['Zeta OUTPERFORMS Alpha in perplexity']],
    ['Compared to [M:Alpha], [M:Zeta] achieves higher accuracy.', ['Zeta OUTPERFORMS Alpha']],
    ['In comparison with [M:Alpha], [M:Zeta] reduces the training time.', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] obtains better results compared with [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta], which outperforms [M:Alpha], is simple.', ['Zeta OUTPERFORMS Alpha']],
    ['We show that [M:Zeta] trained with [M:Beta] outperforms [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
  ])('%s', (sentence, expected) => {
    expect(claimsOf(sentence)).toEqual(expected)
  })
})

describe('no winner', () => {
  test.each([
    ['[M:Zeta] is comparable to [M:Alpha].', ['Zeta COMPARED_WITH Alpha']],
    ['[M:Zeta] performs on par with [M:Alpha].', ['Zeta COMPARED_WITH Alpha']],
    ['[M:Zeta] is competitive with [M:Alpha].', ['Zeta COMPARED_WITH Alpha']],
    ['[M:Zeta] matches the performance of [M:Alpha].', ['Zeta COMPARED_WITH Alpha']],
    ['[M:Zeta] performs comparably or better than [M:Alpha].', ['Zeta COMPARED_WITH Alpha']],
    ['Compared to [M:Alpha], [M:Zeta] achieves similar accuracy.', ['Zeta COMPARED_WITH Alpha']],
    ['We compare [M:Zeta] with [M:Alpha].', ['Zeta COMPARED_WITH Alpha']],
    ['Compared to [M:Alpha], [M:Zeta] is less accurate.', ['Zeta COMPARED_WITH Alpha']],
    ['Compared to [M:Alpha], [M:Zeta] does not improve [X:F1].', ['Zeta COMPARED_WITH Alpha in F1']],
    ['[M:Zeta] outperforms all existing methods.', []],
    ['[M:Zeta] sets a new state of the art on [D:Iris].', []],
    ['[M:Zeta] outperforms strong baselines without the help of [M:Alpha].', []],
  ])('%s', (sentence, expected) => {
    expect(claimsOf(sentence)).toEqual(expected)
  })
})

describe('negation and hedging', () => {
  test.each([
    ['[M:Zeta] does not outperform [M:Alpha].', ['not Zeta OUTPERFORMS Alpha']],
    ["[M:Zeta] doesn't outperform [M:Alpha].", ['not Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] fails to outperform [M:Alpha].', ['not Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] never beats [M:Alpha].', ['not Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] is not superior to [M:Alpha].', ['not Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] is no longer better than [M:Alpha].', ['not Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] not only outperforms [M:Alpha] but is smaller.', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Beta] is not robust, but [M:Zeta] outperforms [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['Without pre-training, [M:Zeta] outperforms [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] does not require labels and outperforms [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta], which does not need labels, outperforms [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['It is not surprising that [M:Zeta] outperforms [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['On never-seen classes [M:Zeta] outperforms [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] is no better than [M:Alpha].', ['not Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] shows no improvement over [M:Alpha].', ['not Zeta OUTPERFORMS Alpha']],
    ['We do not find that [M:Zeta] outperforms [M:Alpha].', ['not Zeta OUTPERFORMS Alpha']],
    [
      '[M:Zeta] outperforms neither [M:Alpha] nor [M:Beta].',
      ['not Zeta OUTPERFORMS Alpha', 'not Zeta OUTPERFORMS Beta'],
    ],
    ['We ask whether [M:Zeta] outperforms [M:Alpha].', ['maybe Zeta OUTPERFORMS Alpha']],
    ['The suggested method, [M:Zeta], outperforms [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] may outperform [M:Alpha].', ['maybe Zeta OUTPERFORMS Alpha']],
    ['Our study suggests that [M:Zeta] outperforms [M:Alpha].', ['maybe Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] can potentially outperform [M:Alpha].', ['maybe Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] might not outperform [M:Alpha].', ['not maybe Zeta OUTPERFORMS Alpha']],
  ])('%s', (sentence, expected) => {
    expect(claimsOf(sentence)).toEqual(expected)
  })
})

describe('numbers and coordination', () => {
  test.each([
    [
      '[M:Zeta] outperforms [M:Alpha] by 2.1 [X:F1] on [D:Iris].',
      ['Zeta OUTPERFORMS Alpha on Iris difference 2.1 in F1'],
    ],
    [
      '[M:Zeta] outperforms [M:Alpha] by 3.5% on [D:Iris].',
      ['Zeta OUTPERFORMS Alpha on Iris difference 3.5 %'],
    ],
    [
      'On [D:Iris], [M:Zeta] beats [M:Alpha] by up to 4 points.',
      ['Zeta OUTPERFORMS Alpha on Iris difference 4 points'],
    ],
    [
      '[M:Zeta] outperforms [M:Alpha] by 2.1 points on [D:Iris] and 3.4 on [D:Wine].',
      [
        'Zeta OUTPERFORMS Alpha on Iris difference 2.1 points',
        'Zeta OUTPERFORMS Alpha on Wine difference 3.4 points',
      ],
    ],
    [
      '[M:Zeta] outperforms [M:Alpha], with improvements of 33% on [D:Iris] and 95% on [D:Wine].',
      ['Zeta OUTPERFORMS Alpha on Iris difference 33 %', 'Zeta OUTPERFORMS Alpha on Wine difference 95 %'],
    ],
    ['[M:Zeta] outperforms [M:Alpha] by 10-15% on [D:Iris].', ['Zeta OUTPERFORMS Alpha on Iris']],
    ['[M:Zeta] is faster than [M:Alpha] by 2 orders of magnitude.', ['Zeta OUTPERFORMS Alpha']],
    ['[M:Zeta] is 2x faster than [M:Alpha].', ['Zeta OUTPERFORMS Alpha ratio 2 x']],
    ['[M:Zeta] is 1.8 times faster than [M:Alpha].', ['Zeta OUTPERFORMS Alpha ratio 1.8 times']],
    [
      '[M:Zeta] outperforms [M:Alpha], [M:Beta] and [M:Gamma].',
      ['Zeta OUTPERFORMS Alpha', 'Zeta OUTPERFORMS Beta', 'Zeta OUTPERFORMS Gamma'],
    ],
    [
      '[M:Zeta] outperforms [M:Alpha] and [M:Beta] on [D:Iris] and [D:Wine].',
      [
        'Zeta OUTPERFORMS Alpha on Iris',
        'Zeta OUTPERFORMS Alpha on Wine',
        'Zeta OUTPERFORMS Beta on Iris',
        'Zeta OUTPERFORMS Beta on Wine',
      ],
    ],
    [
      '[M:Zeta] outperforms [M:Alpha] by 2.1 and 3.4 [X:F1] on [D:Iris] and [D:Wine], respectively.',
      [
        'Zeta OUTPERFORMS Alpha on Iris difference 2.1 in F1',
        'Zeta OUTPERFORMS Alpha on Wine difference 3.4 in F1',
      ],
    ],
    [
      '[M:Zeta] outperforms baselines such as [M:Alpha] or [M:Beta].',
      ['Zeta OUTPERFORMS Alpha', 'Zeta OUTPERFORMS Beta'],
    ],
    [
      '[M:Zeta] outperforms [M:support vector machines|SVM] ([M:SVM]) and [M:Beta].',
      ['Zeta OUTPERFORMS SVM', 'Zeta OUTPERFORMS Beta'],
    ],
  ])('%s', (sentence, expected) => {
    expect(claimsOf(sentence)).toEqual(expected)
  })
})

describe('silent subjects', () => {
  test.each([
    ['We propose [M:Zeta]. Our method outperforms [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['We propose [M:Zeta]. It outperforms [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['We propose [M:Zeta]. The proposed approach surpasses [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    ['We propose [M:Zeta]. We outperform [M:Alpha].', ['Zeta OUTPERFORMS Alpha']],
    [
      'We propose [M:Zeta]. Compared to [M:Alpha], our simple framework is faster.',
      ['Zeta OUTPERFORMS Alpha'],
    ],
    ['[M:Alpha] is outperformed by our model. [M:Zeta] is small.', ['Zeta OUTPERFORMS Alpha']],
    ['Our method outperforms [M:Alpha].', []],
    ['[M:Beta] is popular. It outperforms [M:Alpha]. We propose [M:Zeta].', []],
  ])('%s', (sentence, expected) => {
    expect(claimsOf(sentence)).toEqual(expected)
  })
})
