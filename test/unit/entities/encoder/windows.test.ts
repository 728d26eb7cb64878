import { describe, expect, it } from 'vitest'
import { unitsOf } from '../../../../ingest/entities/encoder/units.ts'
import { makeVocabulary, wordPieces } from '../../../../ingest/entities/encoder/vocabulary.ts'
import { windowsOf } from '../../../../ingest/entities/encoder/windows.ts'
import { splitText } from '../../../../ingest/text/index.ts'

const vocabulary = makeVocabulary([
  ...[
    '[UNK]',
    '[CLS]',
    '[SEP]',
    'un',
    '##aff',
    '##able',
    'caf',
    '##e',
    'net',
    '5',
    '##0',
    '-',
    '.',
    'we',
    'a',
  ],
])
const named = (ids: number[]) => ids.map((id) => vocabulary.pieces[id])

describe('pieces of a word', () => {
  it.each([
    ['unaffable', ['un', '##aff', '##able']],
    ['UNAFFABLE', ['un', '##aff', '##able']],
    ['café', ['caf', '##e']],
    ['50', ['5', '##0']],
    ['unknown', ['[UNK]']],
    ['\u0301', ['[UNK]']],
    ['a'.repeat(101), ['[UNK]']],
  ])('%s', (word, pieces) => {
    expect(named(wordPieces(vocabulary, word))).toEqual(pieces)
  })
})

describe('units', () => {
  const textsOf = (text: string) => unitsOf(splitText({ title: null, abstract: text }).sentences[0]!)
  it.each(['Net-50 is a net', 'Net - 5 0 is a net', 'Net-5 0 is a net'])(
    'join the digits of a number however it is spaced: %s',
    (text) => {
      expect(textsOf(text).map((unit) => unit.text)).toEqual(['Net', '-', '50', 'is', 'a', 'net'])
    },
  )
  it('keep the offsets of what they join', () => {
    const text = 'Net 5 0 wins'
    const number = textsOf(text)[1]!
    expect(text.slice(number.start, number.end)).toBe('5 0')
  })
  it('tell how a word is capitalised', () => {
    const cases = textsOf('net Net N NET NeT 5').map((unit) => unit.case)
    expect(cases).toEqual([1, 2, 3, 4, 5, 0])
  })
})

describe('windows', () => {
  const document = splitText({ title: 'A net', abstract: 'We net a net. We net. A net - 50.' })

  it('hold every unit once, in order, at its first piece', () => {
    for (const size of [8, 12, 40]) {
      const windows = windowsOf(document.sentences, true, vocabulary, size)
      const units = windows.flatMap((window) => window.units)
      const expected = document.sentences.flatMap((sentence) => unitsOf(sentence).map(({ start }) => start))
      expect(units.map(({ start }) => start)).toEqual(expected)
      for (const { pieces, cases, units: own } of windows) {
        expect(pieces.length).toBeLessThanOrEqual(size)
        expect(cases).toHaveLength(pieces.length)
        for (const unit of own) expect(pieces[unit.piece]).toBe(wordPieces(vocabulary, unit.text)[0])
      }
    }
  })
  it('put a separator after the title', () => {
    const [window] = windowsOf(document.sentences, true, vocabulary, 512)
    expect(named(window!.pieces.slice(0, 5))).toEqual(['[CLS]', 'a', 'net', '[SEP]', 'we'])
  })
  it('cut a sentence that is longer than a window', () => {
    const long = splitText({ title: null, abstract: 'a '.repeat(100) })
    const windows = windowsOf(long.sentences, false, vocabulary, 20)
    expect(windows).toHaveLength(1)
    expect(windows[0]!.pieces).toHaveLength(20)
  })
  it('of no text are none', () => {
    expect(windowsOf([], false, vocabulary, 20)).toEqual([])
  })
})
