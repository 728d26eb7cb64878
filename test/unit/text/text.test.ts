import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitText } from '../../../ingest/text/index.ts'
import { tokenise } from '../../../ingest/text/tokens.ts'
import { paperText } from '../../../shared/schema.ts'

function sentencesIn(abstract: string, title: string | null = null): string[] {
  const { text, sentences } = splitText({ title, abstract })
  return sentences.map(({ start, end }) => text.slice(start, end))
}

describe('sentences', () => {
  it.each<[string, string, string[]]>([
    ['full stops', 'We read papers. It works.', ['We read papers.', 'It works.']],
    ['versus', 'We compare trees vs. Forests here. Good.', ['We compare trees vs. Forests here.', 'Good.']],
    ['for example', 'Many models, e.g. BERT, do. So it is.', ['Many models, e.g. BERT, do.', 'So it is.']],
    ['for example in brackets', 'Nets (e.g. ResNet) win. Yes.', ['Nets (e.g. ResNet) win.', 'Yes.']],
    ['authors', 'See Roe et al. (2017) for it. Then go.', ['See Roe et al. (2017) for it.', 'Then go.']],
    ['figures', 'As in Fig. 3 we win. Cf. Table 2.', ['As in Fig. 3 we win.', 'Cf. Table 2.']],
    ['with respect to', 'Gains w.r.t. The loss. End.', ['Gains w.r.t. The loss.', 'End.']],
    ['decimals', 'It gains 2.1 F1 on B1.0 data. End.', ['It gains 2.1 F1 on B1.0 data.', 'End.']],
    ['a letter as a name', 'We train on dataset A. We test.', ['We train on dataset A.', 'We test.']],
    ['wrapped lines', 'One line\nwraps here. Next\none.', ['One line\nwraps here.', 'Next\none.']],
    ['paragraphs', 'A heading\n\nThe text.', ['A heading', 'The text.']],
    ['question', 'Is it so? It is!', ['Is it so?', 'It is!']],
    ['nothing', '', []],
    ['white space', ' \n\t ', []],
  ])('%s', (_, abstract, expected) => {
    expect(sentencesIn(abstract)).toEqual(expected)
  })

  it('keeps the title apart, whatever stands in it', () => {
    expect(sentencesIn('We do.', 'Why? Cats vs. dogs')).toEqual(['Why? Cats vs. dogs', 'We do.'])
    expect(sentencesIn('', 'Only a title')).toEqual(['Only a title'])
  })
})

describe('tokens', () => {
  it.each<[string, string[]]>([
    ['R-CNN', ['R', '-', 'CNN']],
    ['ResNet50', ['ResNet', '50']],
    ['naïve $2^k$', ['naïve', '$', '2', '^', 'k', '$']],
    ['cafe\u0301s', ['cafe\u0301s']],
    ['深度学习2', ['深', '度', '学', '习', '2']],
    ['a😀b', ['a', '😀', 'b']],
  ])('%s', (text, expected) => {
    expect(tokenise(text).map((token) => token.text)).toEqual(expected)
  })
})

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '. ',
      '\n',
      '\n\n',
      ' (',
      ') ',
      '"',
      '“',
      ' vs. ',
      '。',
      '\ud800',
      '\r',
      '… ',
      'We ',
      '\u2028',
    ),
  )
  const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

  it('is found at the offsets of its sentences and tokens, and nothing else is left out but white space', () => {
    fc.assert(
      fc.property(fc.option(anyText), anyText, (title, abstract) => {
        const document = splitText({ title, abstract })
        expect(document.text).toBe(paperText({ title, abstract }))
        let position = 0
        for (const sentence of document.sentences) {
          expect(sentence.start).toBe(sentence.tokens[0]?.start)
          expect(sentence.end).toBe(sentence.tokens.at(-1)?.end)
          for (const token of sentence.tokens) {
            expect(document.text.slice(position, token.start)).toMatch(/^\s*$/)
            expect(document.text.slice(token.start, token.end)).toBe(token.text)
            expect(token.text).toMatch(/^\S+$/)
            position = token.end
          }
        }
        expect(document.text.slice(position)).toMatch(/^\s*$/)
        const inTitle = document.sentences.filter(({ start }) => start < document.abstractStart)
        expect(inTitle.every(({ end }) => end <= document.abstractStart)).toBe(true)
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  it.each<[string, string]>([
    ['one letter', 'a'],
    ['abbreviations', 'vs. '],
    ['characters of two code units', '😀'],
    ['open brackets', '(a. '],
  ])('a very long line of %s has short sentences', (_, unit) => {
    const { text, sentences } = splitText({ title: null, abstract: unit.repeat(300_000) })
    expect(sentences.filter(({ tokens }) => tokens.length > 400)).toEqual([])
    const letters = (string: string) => string.replace(/\s/g, '').length
    const kept = sentences.reduce((sum, { start, end }) => sum + letters(text.slice(start, end)), 0)
    expect(kept).toBe(letters(text))
  })
})
