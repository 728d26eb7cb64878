import { describe, expect, test } from 'vitest'
import { findMarkers } from '../../../ingest/relations/marker-patterns.ts'
import { citationMarkers } from '../../../ingest/relations/markers.ts'
import { read } from '../../../ingest/relations/reading.ts'
import { documentOf } from './marked-text.ts'

function markersOf(marked: string): Record<string, string> {
  const document = documentOf(marked)
  const markers = [...citationMarkers(read(document))]
  return Object.fromEntries(markers.map(([entity, { text }]) => [document.entities[entity]!.name, text]))
}

describe('a marker goes with the name before it', () => {
  test.each([
    ['We build on [M:Alpha] [16].', { Alpha: '[16]' }],
    ['We build on [M:Alpha] [3, 7] and [M:Beta] [2-5].', { Alpha: '[3, 7]', Beta: '[2-5]' }],
    ['We build on [M:Alpha] [12]–[15].', { Alpha: '[12]–[15]' }],
    ['We build on [M:Alpha] [3], [7].', { Alpha: '[3], [7]' }],
    ['We use [M:Alpha] (Kipf and Welling, 2017).', { Alpha: '(Kipf and Welling, 2017)' }],
    ['We use the [M:Alpha] model (Devlin et al., 2019).', { Alpha: '(Devlin et al., 2019)' }],
    ['We use the [M:Alpha] model architecture [Och 2003].', { Alpha: '[Och 2003]' }],
    ['We tune with [M:Alpha] (Och, 2003, p. 161).', { Alpha: '(Och, 2003, p. 161)' }],
    ['We use [M:Alpha]~\\cite{kipf2017} as encoder.', { Alpha: '\\cite{kipf2017}' }],
    ['We use [M:Alpha] \\citep[see][]{kipf2017, gat2018}.', { Alpha: '\\citep[see][]{kipf2017, gat2018}' }],
    ['[M:Alpha] (ALP) [4] is common. [M:Alpha] [9] again.', { Alpha: '[4]' }],
    ['The [M:Alpha Network] ([M:AN|Alpha Network]) [4] is common.', { 'Alpha Network': '[4]' }],
    ['[M:Alpha] (Smith, 2001; Müller & Öz, 2002a) is old.', { Alpha: '(Smith, 2001; Müller & Öz, 2002a)' }],
    [
      'We use [M:Alpha] (e.g., van der Maaten and Hinton, 2008).',
      { Alpha: '(e.g., van der Maaten and Hinton, 2008)' },
    ],
    [
      'We use [M:Alpha] (LeCun et al., 1998; McCallum, 2000).',
      { Alpha: '(LeCun et al., 1998; McCallum, 2000)' },
    ],
    ['[D:Alpha], [8] is a corpus of letters.', { Alpha: '[8]' }],
    ['We report the [X:Alpha] score [20] on it.', { Alpha: '[20]' }],
    ['We use [M:Alpha] (see [5]).', { Alpha: '[5]' }],
    ['We follow the [M:Alpha] model of Collins (1999) here.', { Alpha: 'Collins (1999)' }],
    ['We use [M:Alpha] by Devlin et al. (2019) here.', { Alpha: 'Devlin et al. (2019)' }],
    ['[M:Alpha], proposed in [5], is fast.', { Alpha: '[5]' }],
    [
      '[M:Alpha] was first introduced by Bahdanau, Cho, and Bengio (2015).',
      { Alpha: 'Bahdanau, Cho, and Bengio (2015)' },
    ],
    ['We use [M:Alpha], which was proposed by Chen et al. [9], throughout.', { Alpha: 'Chen et al. [9]' }],
    [
      'We use [M:Alpha Network] ([M:AN|Alpha Network], Chen et al., 2018) too.',
      { 'Alpha Network': 'Chen et al., 2018' },
    ],
  ])('%s', (sentence, expected) => {
    expect(markersOf(sentence)).toEqual(expected)
  })
})

describe('text that a corpus has cut into tokens', () => {
  test.each([
    ['[M:Alpha] ( Vaswani et al. , 2 0 1 7 ) is used .', { Alpha: '( Vaswani et al. , 2 0 1 7 )' }],
    ['We tune with [M:Alpha] ( Och , 2003 ) .', { Alpha: '( Och , 2003 )' }],
    ['We build on [M:Alpha] [ 16 ] .', { Alpha: '[ 16 ]' }],
    ['We build on [M:Alpha] [ 3 , 7 ] .', { Alpha: '[ 3 , 7 ]' }],
    ['Kipf and Welling ( 2017 ) introduced [M:Alpha] .', { Alpha: 'Kipf and Welling ( 2017 )' }],
    [
      'We use [M:Alpha] ( Church , 1988 ; Ramshaw and Marcus , 1995 ) .',
      { Alpha: '( Church , 1988 ; Ramshaw and Marcus , 1995 )' },
    ],
  ])('%s', (sentence, expected) => {
    expect(markersOf(sentence)).toEqual(expected)
  })
})

describe('lists of names', () => {
  test.each([
    ['[M:Alpha] [1], [M:Beta] [2] and [M:Gamma] [3] are used.', { Alpha: '[1]', Beta: '[2]', Gamma: '[3]' }],
    ['[M:Alpha] and [M:Beta] [3, 7] are used.', { Alpha: '[3, 7]', Beta: '[3, 7]' }],
    [
      '[M:Alpha] and [M:Beta] (Devlin et al., 2019; Liu et al., 2019) are used.',
      { Alpha: '(Devlin et al., 2019; Liu et al., 2019)', Beta: '(Devlin et al., 2019; Liu et al., 2019)' },
    ],
    [
      '[M:Alpha], [M:Beta], and [M:Gamma] [4]–[6] are used.',
      { Alpha: '[4]–[6]', Beta: '[4]–[6]', Gamma: '[4]–[6]' },
    ],
    ['[M:Alpha] and [M:Beta] [3] are used.', { Beta: '[3]' }],
    ['[M:Alpha], [M:Beta] and [M:Gamma] [3, 7] are used.', { Gamma: '[3, 7]' }],
    ['[M:Alpha] is compared with [M:Beta] [3, 7].', { Beta: '[3, 7]' }],
    [
      '[M:Alpha] [1], trained on [D:Beta] and [D:Gamma] (Lin et al., 2014; 2015).',
      { Alpha: '[1]', Beta: '(Lin et al., 2014; 2015)', Gamma: '(Lin et al., 2014; 2015)' },
    ],
  ])('%s', (sentence, expected) => {
    expect(markersOf(sentence)).toEqual(expected)
  })
})

describe('a citation that is part of the sentence', () => {
  test.each([
    ['Kipf and Welling (2017) introduced [M:Alpha] first.', { Alpha: 'Kipf and Welling (2017)' }],
    ['Devlin et al. (2019) propose [M:Alpha] for parsing.', { Alpha: 'Devlin et al. (2019)' }],
    [
      'Recently, Devlin et al. (2019) have proposed a new model called [M:Alpha].',
      { Alpha: 'Devlin et al. (2019)' },
    ],
    ['Chen et al. [7] present the [M:Alpha] framework.', { Alpha: 'Chen et al. [7]' }],
    ['We use Devlin et al. (2019)’s [M:Alpha].', { Alpha: 'Devlin et al. (2019)' }],
    ["We use Collins's (1999) [M:Alpha].", { Alpha: "Collins's (1999)" }],
    ['Beyond [M:Alpha], Liu et al. (2019) propose [M:Beta].', { Beta: 'Liu et al. (2019)' }],
    ['We follow Devlin et al. (2019), who use [M:Alpha].', {}],
    ['Devlin et al. (2019) show that [M:Alpha] helps.', {}],
    ['Devlin et al. (2019) compare with [M:Alpha].', {}],
    ['As in [7], [M:Alpha] is trained first.', {}],
  ])('%s', (sentence, expected) => {
    expect(markersOf(sentence)).toEqual(expected)
  })
})

describe('no marker, or none of the name', () => {
  test.each([
    '[M:Alpha] was trained for a long time [4].',
    '[M:Alpha] takes values in [0, 1].',
    '[M:Alpha] [0, 1] is an interval.',
    '[M:Alpha] (2017) is no citation.',
    '[D:Alpha] (ILSVRC 2012) is large.',
    '[D:Alpha] (June 2019) is a snapshot.',
    '[D:Alpha] (Version 2019) is a snapshot.',
    '[D:Alpha] ([D:Beta] 2012) is large.',
    '[M:Alpha]-based parsing [4] is fast.',
    'We use [M:Alpha]. [4] is another paper.',
    'We use [M:Alpha]. Devlin et al. (2019) disagree.',
    'Chen et al. (2019) disagree. [M:Alpha] is ours.',
    'We use [M:Alpha] (a network; Velickovic et al., 2018).',
    '[M:Alpha] reaches 80.1 in 2017, Chen says.',
  ])('%s', (sentence) => {
    expect(markersOf(sentence)).toEqual({})
  })
})

test.each([
  ['by [3, 7] and', 2],
  ['by [12]–[15] and', 4],
  ['by [3], [7-9] and', 4],
  ['by (Devlin et al., 2019; Liu, 2019a) and', 2],
  ['by Devlin et al. (2018, 2019) and', 2],
  ['by \\citet{a,b,c} and', 3],
])('counts what is cited %s', (text, references) => {
  expect(findMarkers(text).map((marker) => marker.references)).toEqual([references])
})
