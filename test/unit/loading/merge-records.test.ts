import { describe, expect, it } from 'vitest'
import { mergeRecords } from '../../../ingest/loading/merge-records.ts'
import type { PaperRecord } from '../../../shared/schema.ts'

let line = 0
function record(fields: Partial<PaperRecord> & { file?: string; place?: string }): PaperRecord {
  const { file = 'a.jsonl', place = `line ${++line}`, ...rest } = fields
  return {
    givenId: null,
    title: null,
    abstract: null,
    year: null,
    venue: null,
    authors: [],
    url: null,
    identifiers: [],
    references: [],
    source: { file, place },
    ...rest,
  }
}

const title = 'Deep Nets for Toasters'
const abstract = 'We train a deep net to make toast.'
const other = 'We prove that toast always lands on its buttered side.'

const cases: { name: string; records: Parameters<typeof record>[0][]; papers: number }[] = [
  {
    name: 'a shared DOI',
    records: [
      { title: 'A', identifiers: ['doi:10.1/x'] },
      { title: 'B', identifiers: ['doi:10.1/x'] },
    ],
    papers: 1,
  },
  {
    name: 'identifiers shared over a third record',
    records: [
      { title: 'A', identifiers: ['doi:10.1/x'] },
      { title: 'B', identifiers: ['arxiv:1.1', 'doi:10.1/x'] },
      { title: 'C', identifiers: ['arxiv:1.1'] },
    ],
    papers: 1,
  },
  {
    name: 'an identifier of another kind',
    records: [
      { title: 'A', identifiers: ['pmid:1'] },
      { title: 'B', identifiers: ['pmid:1'] },
    ],
    papers: 2,
  },
  { name: 'the title alone', records: [{ title }, { title }], papers: 2 },
  {
    name: 'title and year',
    records: [
      { title, year: 2020 },
      { title: 'Deep nets for toasters.', year: 2020 },
    ],
    papers: 1,
  },
  {
    name: 'title and year, other authors',
    records: [
      { title, year: 2020, authors: ['Ada Lovelace'] },
      { title, year: 2020, authors: ['Alan Turing'] },
    ],
    papers: 2,
  },
  {
    name: 'title and first author, written in two ways',
    records: [
      { title, authors: ['Lovelace, Ada', 'X Y'] },
      { title, authors: ['A. Lovelace'] },
    ],
    papers: 1,
  },
  {
    name: 'title and first author, other years',
    records: [
      { title, year: 2019, authors: ['Ada Lovelace'] },
      { title, year: 2020, authors: ['Ada Lovelace'] },
    ],
    papers: 2,
  },
  {
    name: 'title and abstract',
    records: [
      { title, abstract },
      { title, abstract: `${abstract} ` },
    ],
    papers: 1,
  },
  {
    name: 'title and year, other abstracts',
    records: [
      { title, year: 2020, abstract },
      { title, year: 2020, abstract: other },
    ],
    papers: 2,
  },
  {
    name: 'title and year, one without abstract',
    records: [
      { title, year: 2020, abstract },
      { title, year: 2020 },
    ],
    papers: 1,
  },
  {
    name: 'a record without abstract that could be either of two',
    records: [
      { title, year: 2020, abstract },
      { title, year: 2020, abstract: other },
      { title, year: 2020 },
    ],
    papers: 3,
  },
  {
    name: 'the abstract of a paper, without a title',
    records: [{ title, abstract }, { abstract }],
    papers: 1,
  },
  {
    name: 'the abstract of two papers, without a title',
    records: [{ title, abstract }, { title: 'Toast', abstract }, { abstract }],
    papers: 3,
  },
  {
    name: 'one abstract under two titles',
    records: [
      { title, abstract },
      { title: 'Toast', abstract },
    ],
    papers: 2,
  },
  {
    name: 'one given id in two files',
    records: [
      { givenId: '1', title: 'A', file: 'a.csv' },
      { givenId: '1', title: 'B', file: 'b.csv' },
    ],
    papers: 2,
  },
  {
    name: 'one given id and one text in one file',
    records: [
      { givenId: '1', title: 'A' },
      { givenId: '1', title: 'A' },
    ],
    papers: 1,
  },
  {
    name: 'one given id and two texts in one file',
    records: [
      { givenId: '1', title: 'A' },
      { givenId: '1', title: 'B' },
    ],
    papers: 2,
  },
  {
    name: 'titles in another script',
    records: [
      { title: 'パン', year: 2020 },
      { title: 'ハン', year: 2020 },
    ],
    papers: 2,
  },
]

describe('records are one paper', () => {
  it.each(cases)('$name: $papers', ({ records, papers }) => {
    const all = records.map(record)
    expect(mergeRecords(all)).toHaveLength(papers)
    expect(mergeRecords([...all].reverse())).toEqual(mergeRecords(all))
  })
})

const ids: { name: string; records: Parameters<typeof record>[0][]; expected: (string | RegExp)[] }[] = [
  {
    name: 'DOI before arXiv before ACL',
    records: [{ title, givenId: 'x', identifiers: ['acl:P1', 'arxiv:1.1', 'doi:10.1/x'] }],
    expected: ['doi:10.1/x'],
  },
  {
    name: 'arXiv before ACL',
    records: [{ title, identifiers: ['acl:P1', 'arxiv:1.1'] }],
    expected: ['arxiv:1.1'],
  },
  {
    name: 'the given id with its file',
    records: [{ title, givenId: 'lecun98', file: 'refs/my.bib.gz' }],
    expected: ['my.bib#lecun98'],
  },
  { name: 'standard input', records: [{ title, givenId: '7', file: '-' }], expected: ['stdin#7'] },
  { name: 'a hash of the text', records: [{ title, abstract }], expected: [/^text:[0-9a-f]{16}$/] },
  {
    name: 'one given id, two texts: the first place has it',
    records: [
      { givenId: '1', title: 'Z', place: 'line 9' },
      { givenId: '1', title: 'A', place: 'line 10' },
    ],
    expected: ['a.jsonl#1', /^a\.jsonl#1~[0-9a-f]{8}$/],
  },
  {
    name: 'titles without anything else, told apart by place',
    records: [
      { title, place: 'line 1' },
      { title, place: 'line 2' },
      { title, place: 'line 3' },
    ],
    expected: [/^text:[0-9a-f]{16}$/, /^text:[0-9a-f]{16}~[0-9a-f]{8}-[0-9a-f]{16}$/, /~/],
  },
]

describe('the id of a paper is', () => {
  it.each(ids)('$name', ({ records, expected }) => {
    const found = mergeRecords(records.map(record)).map(({ id }) => id)
    expect(found).toHaveLength(expected.length)
    for (const [index, id] of found.entries()) expect(id).toMatch(expected[index]!)
    expect(new Set(found).size).toBe(found.length)
  })
})

describe('a merged paper', () => {
  it('has the title most records state, the longest abstract, the earliest year, all else united', () => {
    const identifiers = ['doi:10.1/x']
    const [paper, ...others] = mergeRecords([
      record({ title: 'Toasters', abstract: 'Short.', year: 2020, identifiers, place: 'line 12' }),
      record({ title: 'Toasters', abstract, year: 2019, identifiers, authors: ['A B'], place: 'line 2' }),
      record({
        title: 'Deep Toasters',
        identifiers,
        references: ['doi:10.1/y'],
        venue: 'Venue',
        file: 'b.bib',
        place: 'entry x',
      }),
    ])
    expect(others).toEqual([])
    expect(paper).toEqual({
      id: 'doi:10.1/x',
      title: 'Toasters',
      abstract,
      year: 2019,
      venue: 'Venue',
      authors: ['A B'],
      url: null,
      identifiers,
      references: ['doi:10.1/y'],
      sources: [
        { file: 'a.jsonl', place: 'line 2' },
        { file: 'a.jsonl', place: 'line 12' },
        { file: 'b.bib', place: 'entry x' },
      ],
    })
  })
})
