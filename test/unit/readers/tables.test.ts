import { describe, expect, it } from 'vitest'
import { readText, stated } from './read-text.ts'

describe('CSV and TSV', () => {
  const cases: [string, string, object[]][] = [
    [
      'plain',
      'Title,Abstract,Year\nOn Gates,We study gates.,1999\n',
      [{ title: 'On Gates', abstract: 'We study gates.', year: 1999 }],
    ],
    [
      'upper case, byte order mark, Windows lines',
      '\ufeffTITLE,ABSTRACT\r\nOn Gates,We study.\r\n',
      [{ title: 'On Gates', abstract: 'We study.' }],
    ],
    [
      'semicolons',
      'Title;Authors;Abstract\nOn Gates;"Lee, Ann; Bo Wu";"First; then, second."\n',
      [{ title: 'On Gates', authors: ['Ann Lee', 'Bo Wu'], abstract: 'First; then, second.' }],
    ],
    [
      'tabs with an unnamed index',
      '\tabstract\ttitle\tarxiv_id\n17\tWe study.\tOn Gates\tcs/9301114\n',
      [
        {
          givenId: 'cs/9301114',
          title: 'On Gates',
          abstract: 'We study.',
          identifiers: ['arxiv:cs/9301114'],
        },
      ],
    ],
    [
      'quoted line breaks and quotes',
      'title,abstract\n"On ""Gates""","One.\n\nTwo."\nB,C\n',
      [
        { title: 'On "Gates"', abstract: 'One. Two.' },
        { title: 'B', abstract: 'C' },
      ],
    ],
    [
      'quotes within cells',
      'title,abstract\nA 5" disk,"We say ""no"", often."\nB,C\n',
      [
        { title: 'A 5" disk', abstract: 'We say "no", often.' },
        { title: 'B', abstract: 'C' },
      ],
    ],
    [
      'a hint of the separator and a preamble',
      'sep=,\nExported by somebody\nTitle,Abstract\nA,B\n',
      [{ title: 'A', abstract: 'B' }],
    ],
    ['short rows', 'Title,Abstract,Year\nA\nB,C\n', [{ title: 'A' }, { title: 'B', abstract: 'C' }]],
    [
      'Zotero',
      '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note"\n"K1","journalArticle","2020","Lee, Ann; Wu, Bo","On <i>Gates</i>","J","10.1000/Z","","We &amp; they."\n',
      [
        {
          givenId: 'K1',
          title: 'On Gates',
          year: 2020,
          authors: ['Ann Lee', 'Bo Wu'],
          venue: 'J',
          identifiers: ['doi:10.1000/z'],
          abstract: 'We & they.',
        },
      ],
    ],
    [
      'Embase',
      'Title,Author Names,Source,Abstract\n"On Gates","Lee A., Wu B.C.","J Gates (2014) 3:3 (1-2)","We study."\n',
      [
        {
          title: 'On Gates',
          authors: ['Lee A.', 'Wu B.C.'],
          venue: 'J Gates (2014) 3:3 (1-2)',
          year: 2014,
          abstract: 'We study.',
        },
      ],
    ],
    [
      'LaTeX',
      'title,abstract\nOn $\\alpha$-gates,"We \\emph{do} {M\\""u}ller."\n',
      [{ title: 'On α-gates', abstract: 'We do {Mü}ller.' }],
    ],
  ]
  it.each(cases)('%s', async (_, text, expected) => {
    const { records, problems } = await readText(text)
    expect(problems).toEqual([])
    expect(records.map(stated)).toEqual(expected)
  })

  it('reports broken rows with their lines and reads the others', async () => {
    const text = 'title,abstract,year\nA,"open\nB,C\nD,E,1999,too many\n,,1999\n,,\nF,G\n'
    const { records, problems } = await readText(text)
    expect(records.map((record) => [record.title, record.source.place])).toEqual([
      ['B', 'record 2'],
      ['F', 'record 6'],
    ])
    expect(problems.map((problem) => problem.line)).toEqual([2, 4, 5])
  })
})

describe('RIS', () => {
  const record =
    'TY  - JOUR\nTI  - On Gates\nAU  - Lee, Ann\nAU  - Wu, Bo\nPY  - 1999/02//\nT2  - J\nAB  - First line\nand  - second.\nDO  - 10.1000/R\nID  - lee99\nUR  - https://example.org/x\nER  - \n'
  const full = {
    givenId: 'lee99',
    title: 'On Gates',
    authors: ['Ann Lee', 'Bo Wu'],
    year: 1999,
    venue: 'J',
    abstract: 'First line and - second.',
    url: 'https://example.org/x',
    identifiers: ['doi:10.1000/r'],
  }
  const cases: [string, string, object[]][] = [
    ['plain', record, [full]],
    ['Windows lines', record.replaceAll('\n', '\r\n'), [full]],
    ['old Mac lines', record.replaceAll('\n', '\r'), [full]],
    ['what precedes the first record', `Provider: somebody\nDatabase: x\n\n${record}`, [full]],
    [
      'older tags',
      'TY  - JOUR\nT1  - On Gates\nA1  - Lee, Ann\nY1  - 1999\nJO  - J\nN2  - We study.\nER  -',
      [{ title: 'On Gates', authors: ['Ann Lee'], year: 1999, venue: 'J', abstract: 'We study.' }],
    ],
    ['no end of record', 'TY  - JOUR\nTI  - A\n\nTY  - JOUR\nTI  - B\n', [{ title: 'A' }, { title: 'B' }]],
    [
      'odd spacing',
      'TY - JOUR\nTI - On Gates\nAB - We study\n  AND - still.\nER -\n',
      [{ title: 'On Gates', abstract: 'We study AND - still.' }],
    ],
    ['title only', 'TY  - BOOK\nTI  - On <i>Gates</i>\nER  - \n', [{ title: 'On Gates' }]],
  ]
  it.each(cases)('%s', async (_, text, expected) => {
    const { records, problems } = await readText(text)
    expect(problems).toEqual([])
    expect(records.map(stated)).toEqual(expected)
  })

  it('hands on a record without title and abstract, and reports it', async () => {
    const { records, problems } = await readText('TY  - JOUR\nAU  - Lee, Ann\nER  - \n')
    expect(records.map(stated)).toEqual([{ authors: ['Ann Lee'] }])
    expect(problems).toEqual([{ file: '-', line: 1, reason: 'record 1 has neither title nor abstract' }])
  })
})
