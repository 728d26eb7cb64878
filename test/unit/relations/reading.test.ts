import { expect, test } from 'vitest'
import { read } from '../../../ingest/relations/reading.ts'
import { documentOf } from './marked-text.ts'

test.each(['a \uE000 b', 'İ \uE000 b', '𝐀 \uE003 b'])('nothing in "%s" is taken for a mask', (text) => {
  const { sentences } = read(documentOf(`${text} [M:Alpha] c`))
  const [sentence] = sentences
  expect(sentence!.masked).toHaveLength(`${text} Alpha c`.length)
  expect(sentence!.words.filter(({ isName }) => isName).map(({ text: name }) => name)).toEqual([
    '\uE000'.repeat('Alpha'.length),
  ])
})
