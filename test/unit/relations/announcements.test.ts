import { describe, expect, test } from 'vitest'
import { announcedEntities } from '../../../ingest/relations/announcements.ts'
import { read } from '../../../ingest/relations/reading.ts'
import { documentOf } from './marked-text.ts'

function announced(marked: string, title: string | null = null): string[] {
  const document = documentOf(marked, title)
  return [...announcedEntities(read(document))].map((index) => document.entities[index]!.name)
}

describe('a name is announced', () => {
  test.each([
    ['We introduce the [M:Residual Network] ([M:RN|Residual Network]), which adds.', 'Residual Network'],
    ['We propose [M:Alpha], a model.', 'Alpha'],
    ['In this paper, we present [D:Alpha-1000].', 'Alpha-1000'],
    ['Here we also introduce "[M:Alpha]", which is fast.', 'Alpha'],
    ['We describe the [M:harmony network], a network of units.', 'harmony network'],
    ['We present a novel [M:harmony network] ([M:HN|harmony network]), which', 'harmony network'],
    ['We introduce [M:Alpha] — a model.', 'Alpha'],
    ['This paper presents [M:Alpha] for [T:parsing].', 'Alpha'],
    ['We introduce the Text-to-Text Transfer Transformer ([M:T5]), which casts.', 'T5'],
    ['We train [M:Alpha], a large [M:language model].', 'Alpha'],
    ['We propose a new harmony [M:residual network] ([M:HRN]). It', 'HRN'],
  ])('%s', (marked, name) => expect(announced(marked)).toEqual([name]))
})

describe('a name is not announced', () => {
  test.each([
    ['that stands inside of what is', 'We propose [M:Gaussian Processes] models for speech.'],
    ['by another paper', 'They introduce [M:Alpha], which we extend.'],
    ['with an article that makes it one of many', 'We propose a [M:GAN] that sees.'],
    ['in small letters', 'We introduce [M:residual learning] for images.'],
    ['in a list', 'We build a [M:CNN], an [M:LSTM] and a [M:Transformer].'],
    ['as one of a kind', 'We design a [M:CNN], which takes images.'],
    ['of an earlier paper', 'In previous work, we introduced [M:Alpha], a parser.'],
    ['of which something is', "We present [M:BERT]'s attention patterns."],
    ['in the middle of a list', 'We introduce [M:residual learning], [M:Beta] and others.'],
    ['that is studied', 'We study [M:harmony networks], a kind of network.'],
    ['that is trained on data', 'We train [M:Alpha] on [D:Beta], a set of images.'],
    ['in brackets after what it is made of', 'We propose a method based on residual networks ([M:RN]).'],
    ['in brackets as a kind of thing', 'We propose residual networks ([M:RNs]), which are deep.'],
    ['in brackets before what is proposed', 'We propose a residual network ([M:RN]) architecture.'],
    ['where it is only used', 'We use [M:Alpha] and evaluate it on [D:Beta].'],
  ])('%s', (_, marked) => expect(announced(marked)).toEqual([]))
})
