import { describe, expect, it } from 'vitest'
import { readText, stated } from './read-text.ts'

const paper = { title: 'A Study of Gates', abstract: 'We study gates.' }
const other = { title: 'More on Gates', abstract: 'We go on.' }

describe('where papers are found in JSON', () => {
  const cases: [string, unknown, (string | null)[]][] = [
    ['a list', [paper, other], ['A Study of Gates', 'More on Gates']],
    ['a single object', paper, ['A Study of Gates']],
    ['an empty list', [], []],
    ['an empty wrapper', { total: 0, data: [] }, []],
    ...['papers', 'results', 'items', 'data', 'documents', 'entries', 'records', 'my_own_list'].map(
      (key): [string, unknown, string[]] => [
        `a wrapper "${key}"`,
        { count: 2, [key]: [paper, other] },
        ['A Study of Gates', 'More on Gates'],
      ],
    ),
    [
      'a wrapper with a title of its own',
      { title: 'My library', papers: [paper, other] },
      ['A Study of Gates', 'More on Gates'],
    ],
    [
      'wrappers in wrappers',
      { status: 'ok', response: { docs: [paper, other] } },
      ['A Study of Gates', 'More on Gates'],
    ],
    ['a list of pages', [{ results: [paper] }, { results: [other] }], ['A Study of Gates', 'More on Gates']],
    ['search hits', { hits: { total: 1, hits: [{ _id: '7', _source: paper }] } }, ['A Study of Gates']],
    [
      'a paper with references',
      { ...paper, year: 2020, references: [{ ...other, year: 2019 }] },
      ['A Study of Gates'],
    ],
    [
      'a paper with references first',
      { references: [{ ...other, year: 2019 }], ...paper },
      ['A Study of Gates'],
    ],
    [
      'a paper with venue and authors as objects',
      { venue: { name: 'V', title: 'Venue' }, authors: [{ name: 'A B', title: 'Dr' }], ...paper },
      ['A Study of Gates'],
    ],
    ['title only', [{ title: 'Alone' }], ['Alone']],
    ['text only', [{ text: 'We study something without a title.' }], [null]],
  ]
  it.each(cases)('%s', async (_, value, titles) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
      const { records, problems } = await readText(text)
      expect(problems).toEqual([])
      expect(records.map((record) => record.title)).toEqual(titles)
    }
  })

  it('takes the keys of an object of papers for their ids', async () => {
    const { records } = await readText(JSON.stringify({ '1706.03762': paper, 'second-one': other }))
    expect(records.map((record) => record.givenId)).toEqual(['1706.03762', 'second-one'])
    expect(records[0]?.identifiers).toEqual(['arxiv:1706.03762'])
  })

  it('reads several documents one after another', async () => {
    const text = `${JSON.stringify(paper, null, 1)}\n${JSON.stringify(other, null, 1)}`
    expect((await readText(text)).records.map((record) => record.title)).toEqual([
      'A Study of Gates',
      'More on Gates',
    ])
  })
})

describe('fields of JSON objects', () => {
  const cases: [string, object, object][] = [
    [
      'common names',
      {
        id: 'x1',
        title: 'T',
        summary: 'S.',
        year: '2019',
        authors: 'Lee, Ann; Bo Wu',
        journal: 'J',
        doi: '10.1000/AB',
        url: 'https://example.org/x',
      },
      {
        givenId: 'x1',
        title: 'T',
        abstract: 'S.',
        year: 2019,
        authors: ['Ann Lee', 'Bo Wu'],
        venue: 'J',
        identifiers: ['doi:10.1000/ab'],
        url: 'https://example.org/x',
      },
    ],
    [
      'other spellings',
      {
        Paper_ID: 12,
        'Paper Title': 'T',
        paperAbstract: 'S.',
        publication_date: '2020-05-01',
        authors: [{ first: 'Ann', middle: ['B.'], last: 'Lee' }],
        booktitle: 'B',
      },
      { givenId: '12', title: 'T', abstract: 'S.', year: 2020, authors: ['Ann B. Lee'], venue: 'B' },
    ],
    [
      'values in objects, as OpenReview has them',
      {
        id: 'aBc',
        forum: 'aBc',
        cdate: 1546300800000,
        content: {
          title: { value: 'T' },
          abstract: { value: 'S.' },
          authors: { value: ['Ann Lee', 'Bo Wu'] },
          venue: { value: 'ICLR' },
        },
      },
      { givenId: 'aBc', title: 'T', abstract: 'S.', authors: ['Ann Lee', 'Bo Wu'], venue: 'ICLR' },
    ],
    [
      'a paper with its wrapper, as of daily listings',
      {
        paper: { id: '2401.00001', title: 'T', summary: 'S.', authors: [{ name: 'Ann Lee', hidden: false }] },
        publishedAt: '2024-01-02T00:00:00Z',
        title: 'T',
      },
      {
        givenId: '2401.00001',
        title: 'T',
        abstract: 'S.',
        year: 2024,
        authors: ['Ann Lee'],
        identifiers: ['arxiv:2401.00001'],
      },
    ],
    [
      'S2ORC-like nesting',
      {
        paper_id: 'p',
        metadata: { title: 'T', authors: [{ first: 'Ann', middle: [], last: 'Lee', suffix: '' }], year: '' },
        abstract: [{ text: 'First.' }, { text: 'Second.' }],
      },
      { givenId: 'p', title: 'T', abstract: 'First. Second.', authors: ['Ann Lee'] },
    ],
    [
      "arXiv's snapshot",
      {
        id: '0704.0001',
        authors: "C. Bal\\'azs",
        title: 'On  $\\alpha$-decay\n  of things',
        abstract: '  We show $x^{2}$\nand \\emph{more}.\n',
        'journal-ref': null,
        doi: '10.1000/q',
        update_date: '2008-11-26',
        versions: [{ version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' }],
        authors_parsed: [["Bal\\'azs", 'C.', '']],
      },
      {
        givenId: '0704.0001',
        title: 'On α-decay of things',
        abstract: 'We show x^2 and more.',
        year: 2007,
        authors: ['C. Balázs'],
        url: 'https://arxiv.org/abs/0704.0001',
        identifiers: ['arxiv:0704.0001', 'doi:10.1000/q'],
      },
    ],
    [
      'an OpenAlex work',
      {
        id: 'https://openalex.org/W1',
        doi: 'https://doi.org/10.1000/W',
        title: 'On <i>E. coli</i>',
        publication_year: 2001,
        authorships: [{ author: { display_name: 'Ann Lee' } }],
        primary_location: { source: { display_name: 'J' }, landing_page_url: 'https://doi.org/10.1000/W' },
        abstract_inverted_index: { we: [0, 2], know: [1], win: [3] },
        referenced_works: ['https://openalex.org/W3', 'https://openalex.org/W2'],
      },
      {
        givenId: 'https://openalex.org/W1',
        title: 'On E. coli',
        abstract: 'we know we win',
        year: 2001,
        authors: ['Ann Lee'],
        venue: 'J',
        url: 'https://doi.org/10.1000/W',
        identifiers: ['doi:10.1000/w', 'openalex:W1'],
        references: ['openalex:W2', 'openalex:W3'],
      },
    ],
    [
      'a Semantic Scholar paper',
      {
        paperId: 'a'.repeat(40),
        corpusId: 9,
        externalIds: { ArXiv: '1706.03762', DOI: '10.18653/v1/P19-1001', ACL: 'P19-1001' },
        title: 'T',
        abstract: null,
        venue: '',
        journal: { name: 'J' },
        year: 2017,
        authors: [{ authorId: '1', name: 'Ann Lee' }],
        references: [{ paperId: 'b'.repeat(40) }],
      },
      {
        givenId: 'a'.repeat(40),
        title: 'T',
        year: 2017,
        venue: 'J',
        authors: ['Ann Lee'],
        identifiers: [
          'acl:P19-1001',
          'arxiv:1706.03762',
          'doi:10.18653/v1/p19-1001',
          's2:9',
          `s2:${'a'.repeat(40)}`,
        ],
        references: [`s2:${'b'.repeat(40)}`],
      },
    ],
    [
      "a line of Semantic Scholar's bulk files",
      {
        corpusid: 9,
        externalids: { ArXiv: null, CorpusId: '9' },
        title: 'T',
        authors: [{ name: 'Ann Lee' }],
        year: 2017,
        publicationdate: '2017-01-02',
        url: 'https://www.semanticscholar.org/paper/x',
      },
      {
        givenId: '9',
        title: 'T',
        year: 2017,
        authors: ['Ann Lee'],
        url: 'https://www.semanticscholar.org/paper/x',
        identifiers: ['s2:9'],
      },
    ],
    [
      'a Crossref work',
      {
        DOI: '10.1000/Cr',
        title: ['On Gates'],
        subtitle: ['A Survey'],
        abstract:
          '<jats:title>Abstract</jats:title><jats:p>We &amp; they <jats:italic>win</jats:italic>.</jats:p>',
        author: [{ given: 'Ann', family: 'Lee' }],
        issued: { 'date-parts': [[1999, 2]] },
        'container-title': ['J &amp; K'],
        URL: 'https://doi.org/10.1000/cr',
        'reference-count': 2,
        reference: [{ DOI: '10.48550/arXiv.1706.03762' }, { unstructured: 'x' }],
      },
      {
        givenId: '10.1000/Cr',
        title: 'On Gates: A Survey',
        abstract: 'We & they win.',
        year: 1999,
        authors: ['Ann Lee'],
        venue: 'J & K',
        url: 'https://doi.org/10.1000/cr',
        identifiers: ['doi:10.1000/cr'],
        references: ['arxiv:1706.03762', 'doi:10.48550/arxiv.1706.03762'],
      },
    ],
    [
      'a CSL item',
      {
        id: 'lee99',
        type: 'paper-conference',
        title: 'On Gates',
        author: [
          { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
          { literal: 'The Group' },
        ],
        issued: { 'date-parts': [['1999', 2]] },
        'container-title': 'Proc.',
        DOI: '10.1000/Csl',
        note: 'arXiv: 1706.03762 [cs]',
      },
      {
        givenId: 'lee99',
        title: 'On Gates',
        year: 1999,
        authors: ['Ludwig van Beethoven', 'The Group'],
        venue: 'Proc.',
        identifiers: ['arxiv:1706.03762', 'doi:10.1000/csl'],
      },
    ],
  ]
  it.each(cases)('%s', async (_, object, expected) => {
    for (const text of [
      JSON.stringify([object], null, 2),
      `${JSON.stringify(object)}\n${JSON.stringify(object)}\n`,
    ]) {
      const { records, problems } = await readText(text)
      expect(problems).toEqual([])
      expect(stated(records[0])).toEqual(expected)
    }
  })

  it('leaves texts as they are, so that offsets agree with the source', async () => {
    const odd = {
      title: 'A  <script>alert(1)</script> & "b"',
      abstract: ' We  write\n$x$ \\emph{y} &amp; z. ',
    }
    const { records } = await readText(JSON.stringify(odd))
    expect(records[0]).toMatchObject(odd)
    const broken = await readText('{"title": "half \\ud800 pair and \\u0000 control"}')
    expect(broken.records[0]?.title).toBe('half \ufffd pair and   control')
  })
})

describe('broken JSON', () => {
  it('reports a broken line and reads the others', async () => {
    const text = `${JSON.stringify(paper)}\n{"title": "cut\n\n[1, 2]\n{"foo": 1}\n${JSON.stringify(other)}\n`
    const { records, problems } = await readText(text)
    expect(records.map((record) => record.source)).toEqual([
      { file: '-', place: 'line 1' },
      { file: '-', place: 'line 6' },
    ])
    expect(problems.map((problem) => problem.line)).toEqual([2, 4, 5])
    expect(problems[2]?.reason).toContain('foo')
  })

  const list = (element: string) => `[\n${JSON.stringify(paper)},\n${element},\n${JSON.stringify(other)}\n]`
  const cases: [string, string, number[]][] = [
    ['a value that is no JSON', list('{"title": oops}'), [3]],
    ['a missing brace', list('{"title": "x"'), [3]],
    ['a missing quote', list('{"title": "x}'), [3]],
    ['a missing bracket', list('{"title": "x", "authors": ["a", "b"}'), [3]],
    ['a record without title and abstract', list('{"foo": 1}'), [3]],
    ['something else than an object', list('17'), [3]],
    ['a record with brackets too many', list('{"title": oops}}]'), [3, 5]],
    ['a cut end', `[\n${JSON.stringify(paper)},\n${JSON.stringify(other)},\n{"title": "x`, [4]],
  ]
  it.each(cases)('%s', async (_, text, lines) => {
    for (const piece of [5, 100_000]) {
      const { records, problems } = await readText(text, piece)
      expect(records.map((record) => record.title)).toEqual(['A Study of Gates', 'More on Gates'])
      expect(new Set(problems.map((problem) => problem.line))).toEqual(new Set(lines))
    }
  })

  it('puts up with what programs write by mistake', async () => {
    const text = '[{"title": "A", "abstract": NaN, "year": 2000,}, {"title": "B\ttab",},]'
    const { records, problems } = await readText(text)
    expect(problems).toEqual([])
    expect(records.map(({ title, abstract, year }) => [title, abstract, year])).toEqual([
      ['A', null, 2000],
      ['B\ttab', null, null],
    ])
  })

  it('counts records and lines', async () => {
    const { records } = await readText(JSON.stringify({ papers: [paper, other] }, null, 1))
    expect(records.map((record) => record.source.place)).toEqual(['record 1', 'record 2'])
  })
})
