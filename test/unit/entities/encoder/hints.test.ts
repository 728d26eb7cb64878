import { expect, it } from 'vitest'
import { hintsOf } from '../../../../ingest/entities/encoder/hints.ts'
import { makeVocabulary } from '../../../../ingest/entities/encoder/vocabulary.ts'
import { windowsOf } from '../../../../ingest/entities/encoder/windows.ts'
import { splitText } from '../../../../ingest/text/index.ts'
import type { Mention } from '../../../../shared/schema.ts'

const vocabulary = makeVocabulary(['[UNK]', '[CLS]', '[SEP]', 'deep', 'net', '##s', 'on', 'data', '.'])
const document = splitText({ title: null, abstract: 'Deep nets on data.' })
const [window] = windowsOf(document.sentences, false, vocabulary, 40)

it.each([
  // Pieces: [CLS] deep net ##s on data . [SEP]
  ['nothing found', [], [0, 0, 0, 0, 0, 0, 0, 0]],
  [
    'a Method, hardly sure',
    [{ start: 0, end: 9, type: 'Method', confidence: 0.5 }],
    [0, 1, 2, 2, 0, 0, 0, 0],
  ],
  ['surer', [{ start: 0, end: 9, type: 'Method', confidence: 0.6 }], [0, 9, 10, 10, 0, 0, 0, 0]],
  ['sure', [{ start: 0, end: 9, type: 'Method', confidence: 0.8 }], [0, 17, 18, 18, 0, 0, 0, 0]],
  ['a Dataset', [{ start: 13, end: 17, type: 'Dataset', confidence: 0.9 }], [0, 0, 0, 0, 0, 19, 0, 0]],
] as const)('hints: %s', (_, found, expected) => {
  const mentions = found.map((one): Mention => ({ ...one, surface: document.text.slice(one.start, one.end) }))
  expect(window!.pieces).toHaveLength(8)
  expect(hintsOf(window!, mentions)).toEqual(expected)
})
