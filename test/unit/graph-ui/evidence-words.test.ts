import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Evidence, EvidenceItem } from '../../../graph-ui/api/contract.ts'
import { knownMaker, madeBy } from '../../../graph-ui/app/details/made-by.ts'
import { summaryOf, summaryOfEdge } from '../../../graph-ui/app/details/summary.ts'
import { packageRoot } from '../../../shared/package-root.ts'

const edge: Evidence = {
  type: 'OUTPERFORMS',
  from: { key: 'Concept/a', name: 'ResNet' },
  to: { key: 'Concept/b', name: 'VGG' },
  papersFor: 0,
  papersAgainst: 0,
  papersReversed: 0,
  papersOpposed: 0,
  statements: 0,
  items: [],
}

describe('the summary of an edge', () => {
  it.each([
    [12, 2, '12 papers say ResNet outperforms VGG, 2 say the opposite.'],
    [1, 1, '1 paper says ResNet outperforms VGG, 1 says the opposite.'],
    [2, 0, '2 papers say ResNet outperforms VGG.'],
    [0, 1, 'No paper says ResNet outperforms VGG, 1 says the opposite.'],
    [1234, 1001, '1,234 papers say ResNet outperforms VGG, 1,001 say the opposite.'],
  ])('of %i papers for and %i opposed', (papersFor, papersOpposed, words) => {
    expect(summaryOf({ ...edge, papersFor, papersOpposed })).toBe(words)
  })

  it('counts the sentences of a citation', () => {
    const item = (sentences: string[]) => {
      const [sentence, ...more] = sentences.map((text) => ({ text, marks: [] }))
      return { sentence, more } as unknown as EvidenceItem
    }
    const cited: Evidence = { ...edge, type: 'CITES', from: { key: 'Paper/p', name: 'A paper' } }
    expect(summaryOf({ ...cited, items: [item(['One.', 'Two.'])] })).toBe('2 sentences')
    expect(summaryOf({ ...cited, items: [item(['One.'])] })).toBe('1 sentence')
    expect(summaryOf({ ...cited, items: [item([''])] })).toBe('')
  })

  it('is the same of an edge in a picture', () => {
    const shown = {
      key: 'e',
      source: 'Concept/a',
      target: 'Concept/b',
      type: 'BASED_ON',
      papers: 3,
      against: 1,
    }
    const years = { confidence: null, firstYear: null, lastYear: null }
    expect(summaryOfEdge({ ...shown, ...years }, 'BERT', 'Transformer')).toBe(
      '3 papers say BERT is based on Transformer, 1 says the opposite.',
    )
  })
})

describe('what made a statement', () => {
  it.each([
    ['score/reaches', null, 'a rule for scores'],
    ['model/passage', null, 'the trained model over the passage'],
    ['score/metric, score/reaches', null, 'a rule for scores'],
    [
      'model/pair, outperforms/active',
      '3 accurate 0123abcd',
      'the trained model over both concepts and a rule for “A outperforms B”',
    ],
    ['some/other', null, 'the rule “some/other”'],
    [null, '3 accurate 0123abcd', 'the accurate models'],
    [null, '3 fast-scier', 'the fast-scier models'],
    [null, 'field', null],
    [null, null, null],
  ])('%s, read by %s', (rule, version, words) => {
    expect(madeBy(rule, version)).toBe(words)
  })

  it('has words for every rule', () => {
    const file = join(packageRoot, 'ingest/models/rule-precision.json')
    const rules = Object.keys(JSON.parse(readFileSync(file, 'utf8')))
    expect(rules.length).toBeGreaterThan(20)
    expect(rules.filter((rule) => knownMaker(rule) === null)).toEqual([])
  })
})
