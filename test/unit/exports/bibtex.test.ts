import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanHtml } from '../../../ingest/readers/clean-text.ts'
import { bibtex } from '../../../shared/exports/bibtex.ts'
import { exportable } from '../../../shared/exports/index.ts'
import type { GraphNode } from '../../../shared/graph-store/graph.ts'
import type { Properties } from '../../../shared/schema.ts'
import { readText } from '../readers/read-text.ts'
import { textsOf } from './parsed-exports.ts'

const paper = (id: string, properties: Properties): GraphNode => ({
  label: 'Paper',
  id,
  labels: ['Paper'],
  properties: { id, ...properties },
})
const written = async (...nodes: GraphNode[]) =>
  (await textsOf(bibtex, exportable({ nodes, relationships: [] }))).main!

describe('BibTeX', () => {
  it('has papers alone, as what their venue says they are', async () => {
    const text = await written(
      paper('1', {
        title: 'Attention Is All You Need for ImageNet & 50%',
        authors: ['Ashish Vaswani', 'Noam Shazeer'],
        year: 2017,
        venue: 'NeurIPS',
        identifiers: ['arxiv:1706.03762', 'doi:10.1000/a_b'],
      }),
      paper('2', { title: 'The Attention', authors: ['Ann Vaswani'], year: 2017, venue: 'Neural Networks' }),
      paper('3', { title: 'On Attention', authors: ['Émile Vâswani'], year: 2017 }),
      { ...paper('4', { name: 'BERT' }), label: 'Concept' },
    )
    expect(text).toBe(`@inproceedings{vaswani2017attention,
  title = {Attention Is All You Need for {ImageNet} \\& 50\\%},
  author = {Ashish Vaswani and Noam Shazeer},
  year = {2017},
  booktitle = {NeurIPS},
  doi = {10.1000/a\\_b},
  eprint = {1706.03762},
  archiveprefix = {arXiv}
}

@article{vaswani2017attentiona,
  title = {The Attention},
  author = {Ann Vaswani},
  year = {2017},
  journal = {Neural Networks}
}

@misc{vaswani2017attentionb,
  title = {On Attention},
  author = {Émile Vâswani},
  year = {2017}
}

`)
  })

  it('is read back by our own reader as it was', async () => {
    const signs = fc.constantFrom(...'\\{}%&#_$~^"\'`-@,=()[]<>/ aBé*αx1'.split(''))
    const title = fc
      .array(signs, { minLength: 1, maxLength: 30 })
      .map((all) => `T${all.join('')}`)
      .map(cleanHtml)
      .filter((it) => it === cleanHtml(it))
    const author = fc.constantFrom(
      'Ada Lovelace',
      'ACME, Inc.',
      'Jan van der Berg',
      'Łukasz Ćwik',
      'others',
      'A & B',
    )
    const identifier = fc.constantFrom(
      'doi:10.1000/x_(1)',
      'arxiv:1706.03762',
      'acl:P19-1001',
      'openalex:W1',
      'pmid:7',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            title,
            authors: fc.array(author, { maxLength: 3 }),
            year: fc.integer({ min: 1950, max: 2030 }),
            venue: fc.constantFrom('', 'ICML', 'Neural Networks', 'arXiv'),
            identifiers: fc.uniqueArray(identifier),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (papers) => {
          const text = await written(...papers.map((it, i) => paper(String(i), it)))
          const { records, problems } = await readText(text, 4096)
          expect(problems).toEqual([])
          expect(
            records.map(({ title, authors, year, identifiers }) => ({ title, authors, year, identifiers })),
          ).toEqual(
            papers.map(({ title, authors, year, identifiers }) => ({
              title,
              authors,
              year,
              identifiers: [...identifiers].sort(),
            })),
          )
          const keys = records.map(({ givenId }) => givenId)
          expect(new Set(keys).size).toBe(keys.length)
        },
      ),
      { numRuns: 300 },
    )
  })
})
