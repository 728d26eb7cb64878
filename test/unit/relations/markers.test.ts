import { expect, test } from 'vitest'
import { citationMarkers } from '../../../ingest/relations/markers.ts'
import { read } from '../../../ingest/relations/reading.ts'
import { documentOf } from './marked-text.ts'

function markersOf(marked: string): Record<string, string> {
  const document = documentOf(marked)
  const markers = [...citationMarkers(read(document))]
  return Object.fromEntries(markers.map(([entity, marker]) => [document.entities[entity]!.name, marker]))
}

test.each([
  ['We build on [M:Alpha] [16].', { Alpha: '[16]' }],
  ['We build on [M:Alpha] [3, 7] and [M:Beta] [2-5].', { Alpha: '[3, 7]', Beta: '[2-5]' }],
  ['We use [M:Alpha] (Kipf and Welling, 2017).', { Alpha: '(Kipf and Welling, 2017)' }],
  ['We use the [M:Alpha] model (Devlin et al., 2019).', { Alpha: '(Devlin et al., 2019)' }],
  ['We use [M:Alpha] by Devlin et al. (2019) here.', { Alpha: 'Devlin et al. (2019)' }],
  ['We follow Devlin et al. (2019), who use [M:Alpha].', {}],
  ['Kipf and Welling (2017) introduced [M:Alpha] first.', { Alpha: 'Kipf and Welling (2017)' }],
  ['We use [M:Alpha]~\\cite{kipf2017} as encoder.', { Alpha: '\\cite{kipf2017}' }],
  [
    'We use [M:Alpha] \\citep[see][]{kipf2017, velickovic2018}.',
    { Alpha: '\\citep[see][]{kipf2017, velickovic2018}' },
  ],
  ['[M:Alpha] (ALP) [4] is common. [M:Alpha] [9] again.', { Alpha: '[4]' }],
  ['[M:Alpha] was trained for a long time [4].', {}],
  ['[M:Alpha] (Smith, 2001; Müller & Öz, 2002a) is old.', { Alpha: '(Smith, 2001; Müller & Öz, 2002a)' }],
  ['[M:Alpha] takes values in [0, 1].', {}],
  ['[M:Alpha] (2017) is no citation.', {}],
])('%s', (sentence, expected) => {
  expect(markersOf(sentence)).toEqual(expected)
})
