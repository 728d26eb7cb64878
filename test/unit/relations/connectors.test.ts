import { expect, test } from 'vitest'
import { read } from '../../../ingest/relations/reading.ts'
import { connected } from '../../../ingest/relations/rules/connectors.ts'
import { maskedBetween, scenesOf } from '../../../ingest/relations/scenes.ts'
import { documentOf } from './marked-text.ts'

function connectionsOf(marked: string): string[] {
  const document = documentOf(marked)
  const zeta = document.entities.findIndex(({ name }) => name === 'Zeta')
  const scenes = scenesOf(read(document), { method: zeta < 0 ? null : zeta, dataset: null })
  return scenes.flatMap((scene) =>
    connected(scene).map(({ predicate, subject, object, negated, cue }) => {
      const names = [subject, object].map(({ entity }) => document.entities[entity]!.name)
      const cueText = maskedBetween(scene, cue.start, cue.end)
      return `${negated ? 'not ' : ''}${names[0]} ${predicate} ${names[1]} (${cueText})`
    }),
  )
}

test.each([
  ['[M:Zeta] is based on [M:Alpha].', ['Zeta BASED_ON Alpha (is based on)']],
  ['[M:Zeta] extends [M:Alpha].', ['Zeta BASED_ON Alpha (extends)']],
  ['[M:Zeta] is a variant of [M:Alpha].', ['Zeta BASED_ON Alpha (is a variant of)']],
  [
    '[M:Zeta] combines [M:Alpha] and [M:Beta].',
    ['Zeta BASED_ON Alpha (combines)', 'Zeta BASED_ON Beta (combines)'],
  ],
  ['We study [M:Zeta]. Our method is built on [M:Alpha].', ['Zeta BASED_ON Alpha (is built on)']],
  ['[M:Zeta] is a [M:recurrent network].', ['Zeta SUBCLASS_OF recurrent network (is a)']],
  ['[M:Zeta], a new [M:recurrent network], is small.', ['Zeta SUBCLASS_OF recurrent network (, a)']],
  ['We use [M:Zeta], a [M:Alpha]-based design.', []],
  ['[M:Zeta], like [M:Alpha], is small.', []],
  [
    '[M:optimizers|optimizer] such as [M:Alpha] and [M:Beta] are common.',
    ['Alpha SUBCLASS_OF optimizer (such as)', 'Beta SUBCLASS_OF optimizer (such as)'],
  ],
  [
    '[T:language understanding] tasks such as [T:parsing] are hard.',
    ['parsing SUBTASK_OF language understanding (such as)'],
  ],
  [
    '[T:parsing], a core task in [T:language understanding], is hard.',
    ['parsing SUBTASK_OF language understanding (, a core task in)'],
  ],
  [
    '[M:Zeta] consists of [M:Alpha] and [M:Beta].',
    ['Alpha PART_OF Zeta (consists of)', 'Beta PART_OF Zeta (consists of)'],
  ],
  ['[M:Zeta] is trained on [D:Iris].', ['Zeta TRAINED_ON Iris (is trained on)']],
  [
    '[M:Zeta] was evaluated on [D:Iris] and [D:Wine].',
    ['Zeta EVALUATED_ON Iris (evaluated on)', 'Zeta EVALUATED_ON Wine (evaluated on)'],
  ],
  [
    '[D:Iris] is a benchmark for [T:flower classification].',
    ['Iris BENCHMARK_FOR flower classification (is a benchmark for)'],
  ],
  [
    '[M:Zeta] is designed for [T:flower classification].',
    ['Zeta USED_FOR flower classification (is designed for)'],
  ],
  ['[M:Zeta] (Z) solves [T:flower classification].', ['Zeta USED_FOR flower classification (solves)']],
  ['We rank [M:Zeta] in terms of [X:F1].', ['Zeta MEASURED_BY F1 (in terms of)']],
  ['[M:Zeta] and [M:Alpha] are old.', []],
])('%s', (sentence, expected) => {
  expect(connectionsOf(sentence)).toEqual(expected)
})
