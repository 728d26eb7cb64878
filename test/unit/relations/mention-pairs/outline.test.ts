import { expect, test } from 'vitest'
import { outlineOf } from '../../../../ingest/relations/mention-pairs/outline.ts'
import { read } from '../../../../ingest/relations/reading.ts'
import { documentOf } from '../marked-text.ts'

function outline(marked: string) {
  const { sentences, entities } = read(documentOf(marked))
  const { words, groups } = outlineOf(sentences[0]!)
  return {
    words: words.map(({ text, mention }) => (mention < 0 ? text : entities[mention]!.name)).join(' '),
    groups,
  }
}

test.each([
  ['numbered markers', 'We use [M:BERT] [3, 17] and [ 1 2 ] more.', 'we use BERT and more .'],
  ['authors and years', 'We use [M:BERT] (Devlin et al., 2019; Liu, 2 0 1 9) here.', 'we use BERT here .'],
  ['numbers, however spaced', 'a 4 2.2 % gain of 12,000 steps', 'a 0 gain of 0 steps'],
  ['brackets that hold a name', '[M:Deep Nets] ([M:DN], 2015) run.', 'Deep Nets ( DN , 0 ) run .'],
])('%s', (_, marked, words) => {
  expect(outline(marked).words).toBe(words)
})

test.each([
  ['a list of one type', '[M:A1], [M:B1] and the [M:C1] on [D:D1]', [0, 0, 0, 3]],
  ['names of two types', '[M:A1] and [D:D1]', [0, 1]],
  ['words between', '[M:A1] beats [M:B1]', [0, 1]],
  ['names side by side', '[M:A1] [M:B1]', [0, 1]],
])('%s makes the enumerations that one sees', (_, marked, groups) => {
  expect(outline(marked).groups).toEqual(groups)
})
