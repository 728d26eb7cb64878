import { describe, expect, it } from 'vitest'
import { readText, stated } from './read-text.ts'

describe('BibTeX', () => {
  const cases: [string, string, object[]][] = [
    [
      'an entry',
      '@inproceedings{lee99,\n  title = {{BERT}: A {T}ale of {\\"O}},\n  author = {Lee, Ann and {The Group} and Bo Wu},\n  year = 1999,\n  booktitle = "Proc. of {X}",\n  abstract = {We get 50% of $x^2$ \\& more \\cite{foo}.\n\n Really.},\n  doi = {10.1000/B\\_1},\n  url = {https://arxiv.org/abs/1706.03762v2}\n}',
      [
        {
          givenId: 'lee99',
          title: 'BERT: A Tale of Ö',
          authors: ['Ann Lee', 'The Group', 'Bo Wu'],
          year: 1999,
          venue: 'Proc. of X',
          abstract: 'We get 50% of x^2 & more . Really.',
          url: 'https://arxiv.org/abs/1706.03762v2',
          identifiers: ['arxiv:1706.03762', 'doi:10.1000/b_1'],
        },
      ],
    ],
    [
      'parentheses and upper case',
      '@ARTICLE(a, TITLE = "With (brackets) and {)}", YEAR = "2001")',
      [{ givenId: 'a', title: 'With (brackets) and )', year: 2001 }],
    ],
    [
      'macros',
      '@string{jn = "Journal"}\n@STRING(j2 = jn # { of } # "Things")\n@article{a, title = "T", journal = J2, month = mar}',
      [{ givenId: 'a', title: 'T', venue: 'Journal of Things' }],
    ],
    [
      'comments and preambles',
      '@comment{@article{x, title = "no"}}\n@preamble{"\\newcommand{\\x}{@y}"}\nme@example.org wrote\n% @article{z,\n@comment jabref\n@article{a, title = {T}}',
      [{ givenId: 'a', title: 'T' }],
    ],
    [
      'duplicate keys',
      '@book{a, title = "T"}@book{a, title = "U"}',
      [
        { givenId: 'a', title: 'T' },
        { givenId: 'a', title: 'U' },
      ],
    ],
    ['no key', '@misc{title = {T}, year = 2000}', [{ title: 'T', year: 2000 }]],
    [
      'a missing comma',
      '@misc{a,\n title = {T}\n year = {2000}\n}',
      [{ givenId: 'a', title: 'T', year: 2000 }],
    ],
    [
      'arXiv by eprint',
      '@misc{a, title={T}, eprint={1706.03762v1}, archivePrefix={arXiv}, primaryClass={cs.CL}}',
      [{ givenId: 'a', title: 'T', identifiers: ['arxiv:1706.03762'] }],
    ],
    [
      'arXiv by journal',
      '@article{a, title={T}, journal={arXiv preprint arXiv:1706.03762}}',
      [
        {
          givenId: 'a',
          title: 'T',
          venue: 'arXiv preprint arXiv:1706.03762',
          identifiers: ['arxiv:1706.03762'],
        },
      ],
    ],
    [
      'arXiv by volume',
      '@article{a, title={T}, journal={CoRR}, volume={abs/1706.03762}}',
      [{ givenId: 'a', title: 'T', venue: 'CoRR', identifiers: ['arxiv:1706.03762'] }],
    ],
    [
      'two DOIs of which one is none',
      '@misc{a, title={T}, doi={10.1000}, doi={https://doi.org/10.1000/x}}',
      [{ givenId: 'a', title: 'T', identifiers: ['doi:10.1000/x'] }],
    ],
    [
      'names',
      "@misc{a, title={T}, author={van der Berg, Jan and Smith, Jr., John and {\\L}ukasz {\\'C}wik AND others}}",
      [{ givenId: 'a', title: 'T', authors: ['Jan van der Berg', 'John Smith Jr.', 'Łukasz Ćwik'] }],
    ],
    [
      'escaped braces',
      '@misc{a, title = {Sets \\{x\\} and \\}}, year = 2000}',
      [{ givenId: 'a', title: 'Sets {x} and }', year: 2000 }],
    ],
    [
      'Windows lines',
      '@misc{a,\r\n title = {T},\r\n year = 2000\r\n}\r\n',
      [{ givenId: 'a', title: 'T', year: 2000 }],
    ],
  ]
  it.each(cases)('%s', async (_, text, expected) => {
    for (const piece of [1, 7, 10_000]) {
      const { records, problems } = await readText(text, piece)
      expect(problems).toEqual([])
      expect(records.map(stated)).toEqual(expected)
    }
  })

  const good = '@misc{first,\n title = {First}\n}\n'
  const last = '@misc{last,\n title = {Last}\n}\n'
  const broken: [string, string, RegExp][] = [
    [
      'a missing closing brace',
      '@misc{bad,\n title = {Bad},\n year = {2000\n}\n',
      /entry bad: its closing brace is missing/,
    ],
    [
      'a missing closing brace of the entry',
      '@misc{bad,\n title = {Bad}\n\n',
      /entry bad: its closing brace is missing/,
    ],
    ['a missing quote', '@misc{bad,\n title = "Bad\n}\n', /entry bad: the value of title has no end/],
    ['no equals sign', '@misc{bad,\n title {Bad}\n}\n', /entry bad: cannot be read from/],
    [
      'neither title nor abstract',
      '@misc{bad,\n year = 2000\n}\n',
      /entry bad has neither title nor abstract/,
    ],
    [
      'a closing brace too many',
      '@misc{bad,\n title = {Bad}},\n abstract = {Lost.}\n}\n',
      /one closing brace too many/,
    ],
  ]
  it.each(broken)('%s is reported with its line', async (_, text, reason) => {
    for (const piece of [1, 7, 10_000]) {
      const { records, problems } = await readText(good + text + last, piece)
      const keys = records.map((record) => record.givenId)
      expect([keys[0], keys.at(-1)]).toEqual(['first', 'last'])
      expect(problems.map((problem) => problem.line)).toEqual([4])
      expect(problems[0]?.reason).toMatch(reason)
    }
  })

  it('reports an entry that the end of the file cuts', async () => {
    const { records, problems } = await readText(`${good}@misc{bad, title = {Bad`)
    expect(records).toHaveLength(1)
    expect(problems[0]?.reason).toContain('entry bad')
  })
})
