import { describe, expect, it } from 'vitest'
import { chooseReader, readers } from '../../../ingest/readers/index.ts'

const prose =
  'We present a method that learns from few labels, and we compare it with four rivals on two collections of pictures. '

/** A beginning that each reader should be chosen for, whatever the file is called. */
const beginnings: Record<string, string> = {
  jsonl: '{"title": "A"}\n{"title": "B"}\n',
  json: '[\n {"title": "A"},\n {"title": "B"}\n]',
  bibtex: '% a comment\n@article{a,\n  title = {A}\n}',
  ris: 'TY  - JOUR\nTI  - A\nER  - \n',
  csv: 'Title,Abstract\nA,B\n',
  'arxiv-atom':
    '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id></feed>',
  'oai-pmh': '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords/></OAI-PMH>',
  'acl-anthology':
    '<?xml version=\'1.0\'?>\n<collection id="P19"><volume id="1"><meta/></volume></collection>',
  pubmed: '<!DOCTYPE PubmedArticleSet PUBLIC "a" "b">\n<PubmedArticleSet></PubmedArticleSet>',
  jats: '<!-- x --><!DOCTYPE article [<!ENTITY a "b">]><article><front></front></article>',
  tei: '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>',
  'titled-abstracts': `A Title\n${prose.repeat(3)}\nAnother Title\n${prose.repeat(3)}\n`,
  'plain-abstracts': `${prose.repeat(3)}\n${prose.repeat(3)}\n`,
}

describe('the registry of readers', () => {
  it.each(readers.map((reader) => [reader.name, reader] as const))(
    '%s is chosen by content',
    (name, reader) => {
      const text = beginnings[name]
      expect(text).toBeDefined()
      for (const file of ['-', 'papers', 'papers.txt'])
        expect(chooseReader({ name: file, text: text! })).toBe(reader)
      expect(reader.label).not.toBe('')
    },
  )

  it('has names that are each used once', () => {
    expect(new Set(readers.map((reader) => reader.name)).size).toBe(readers.length)
  })

  it.each([
    '',
    'x',
    '\ufffd\ufffd\u0001',
    '<html><body>We do.</body></html>',
    '1\t2\n3\t4\n',
    'key: value\nother: value\n',
  ])('knows that %j is none of them', (text) => {
    expect(chooseReader({ name: 'papers.txt', text })).toBeNull()
  })
})
