import { describe, expect, it } from 'vitest'
import { readText } from './read-text.ts'

const abstract = (name: string) =>
  `We present ${name}, a method that learns from few labels. It is trained on two collections of pictures and compared with four rivals. In all settings ${name} does better than the others, and it needs a tenth of the time that the best of them takes to train.`

describe('listings of plain text', () => {
  it('reads one abstract a line', async () => {
    const { records, problems } = await readText(`${abstract('Alder')}\n\n${abstract('Birch')}`)
    expect(problems).toEqual([])
    expect(records).toMatchObject([
      { givenId: null, title: null, abstract: abstract('Alder'), source: { file: '-', place: 'line 1' } },
      { givenId: null, title: null, abstract: abstract('Birch'), source: { file: '-', place: 'line 3' } },
    ])
  })

  it('reads a single sentence', async () => {
    const { records } = await readText('We propose Cedar, which outperforms Pine on the Forest data.')
    expect(records).toHaveLength(1)
  })

  const chatter =
    'Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\n'
  const titled: [string, string, [string | null, string | null][]][] = [
    [
      'with lines of chatter and a glued button',
      `${chatter}SubscribeAlder: Learning from Few Labels\n${abstract('Alder')}\nDo We Need Birch?\n${abstract('Birch')}`,
      [
        ['Alder: Learning from Few Labels', abstract('Alder')],
        ['Do We Need Birch?', abstract('Birch')],
      ],
    ],
    [
      'without chatter, with empty lines and Windows line ends',
      `Alder\r\n${abstract('Alder')}\r\n\r\nBirch\r\n${abstract('Birch')}\r\n`,
      [
        ['Alder', abstract('Alder')],
        ['Birch', abstract('Birch')],
      ],
    ],
    [
      'with a title that lacks its abstract',
      `Alder\n${abstract('Alder')}\nWithout One\nBirch\n${abstract('Birch')}\nThe Last`,
      [
        ['Alder', abstract('Alder')],
        ['Without One', null],
        ['Birch', abstract('Birch')],
        ['The Last', null],
      ],
    ],
    [
      'with an abstract that lacks its title',
      `Alder\n${abstract('Alder')}\n${abstract('Birch')}\nCedar\n${abstract('Cedar')}`,
      [
        ['Alder', abstract('Alder')],
        [null, abstract('Birch')],
        ['Cedar', abstract('Cedar')],
      ],
    ],
    [
      "with a short abstract, and titles that begin with the button's word",
      `Subscribers and Churn\n${abstract('Alder')}\nBirch\nWe count the birches of a wood by means of a drone and a ruler.\nCedar\n${abstract('Cedar')}`,
      [
        ['Subscribers and Churn', abstract('Alder')],
        ['Birch', 'We count the birches of a wood by means of a drone and a ruler.'],
        ['Cedar', abstract('Cedar')],
      ],
    ],
  ]
  it.each(titled)('reads titles and abstracts in turn, %s', async (_, text, expected) => {
    const { records, problems } = await readText(text)
    expect(problems).toEqual([])
    expect(records.map((record) => [record.title, record.abstract])).toEqual(expected)
  })

  it.each([
    ['code', 'import os\n\ndef main():\n    return 17\n'],
    ['a list of words', 'alder\nbirch\ncedar\n'],
    ['numbers', '1,2,3\n4,5,6\n'],
    [
      'a page of HTML',
      '<!doctype html><html><head><title>x</title></head><body>We propose a thing.</body></html>',
    ],
  ])('refuses %s and lists what would be accepted', async (_, text) => {
    await expect(readText(text)).rejects.toThrow(
      /Cannot read standard input: [\s\S]*What can be read.*BibTeX.*RIS.*CSV/,
    )
  })
})
