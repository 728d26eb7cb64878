import { expect, test } from 'vitest'
import { read } from '../../../ingest/relations/reading.ts'
import { scores } from '../../../ingest/relations/rules/scores.ts'
import { scenesOf } from '../../../ingest/relations/scenes.ts'
import { documentOf } from './marked-text.ts'

/** Matches as "subject PREDICATE object: kind value unit, metric, dataset". */
function scoresOf(marked: string): string[] {
  const document = documentOf(marked)
  const zeta = document.entities.findIndex(({ name }) => name === 'Zeta')
  const scenes = scenesOf(read(document), { method: zeta < 0 ? null : zeta, dataset: null })
  const nameOf = (place: { entity: number } | null) => (place ? document.entities[place.entity]!.name : '-')
  return scenes.flatMap((scene) =>
    scores(scene).map(
      ({ predicate, subject, object, value, unit, valueKind, metric, dataset, negated, hedged }) => {
        const polarity = `${negated ? 'not ' : ''}${hedged ? 'maybe ' : ''}`
        const number = `${valueKind} ${value}${unit ? ` ${unit}` : ''}`
        return `${polarity}${nameOf(subject)} ${predicate} ${nameOf(object)}: ${number}, ${nameOf(metric)}, ${nameOf(dataset)}`
      },
    ),
  )
}

test.each([
  [
    '[M:Zeta] reaches 28.4 [X:BLEU] on [D:Iris].',
    ['Zeta EVALUATED_ON Iris: score 28.4, BLEU, Iris', 'Zeta MEASURED_BY BLEU: score 28.4, BLEU, Iris'],
  ],
  ['[M:Zeta] obtains an [X:FID] of 2.97.', ['Zeta MEASURED_BY FID: score 2.97, FID, -']],
  [
    '[M:Zeta] achieves 97.5% [X:accuracy] on [D:Iris] and 88.1% on [D:Wine].',
    [
      'Zeta EVALUATED_ON Iris: score 97.5 %, accuracy, Iris',
      'Zeta MEASURED_BY accuracy: score 97.5 %, accuracy, Iris',
      'Zeta EVALUATED_ON Wine: score 88.1 %, -, Wine',
    ],
  ],
  [
    'On [D:Iris], [M:Zeta] improves [X:F1] by 2.5 points.',
    [
      'Zeta EVALUATED_ON Iris: difference 2.5 points, F1, Iris',
      'Zeta MEASURED_BY F1: difference 2.5 points, F1, Iris',
    ],
  ],
  [
    '[M:Zeta] improves the [X:FID] from 13.1 to 9.2 on [D:Iris].',
    ['Zeta EVALUATED_ON Iris: score 9.2, FID, Iris', 'Zeta MEASURED_BY FID: score 9.2, FID, Iris'],
  ],
  [
    'We present [M:Zeta]. Our model attains 91.2% [X:accuracy] on [D:Iris].',
    [
      'Zeta EVALUATED_ON Iris: score 91.2 %, accuracy, Iris',
      'Zeta MEASURED_BY accuracy: score 91.2 %, accuracy, Iris',
    ],
  ],
  ['[M:Zeta] was published in 2017 on [D:Iris].', []],
  ['[M:Zeta] has 12 layers.', []],
  ['An accuracy of 90% was reached on [D:Iris].', []],
  [
    '[M:Zeta] may reach 1,024.5 [X:FLOPs] on [D:Iris].',
    [
      'maybe Zeta EVALUATED_ON Iris: score 1024.5, FLOPs, Iris',
      'maybe Zeta MEASURED_BY FLOPs: score 1024.5, FLOPs, Iris',
    ],
  ],
])('%s', (sentence, expected) => {
  expect(scoresOf(sentence)).toEqual(expected)
})
