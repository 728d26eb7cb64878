import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { searchWords } from '../../../graph-ui/api/search/words.ts'
import { isLoopback, isOwnHost } from '../../../graph-ui/api/security.ts'
import { tokenIn } from '../../../graph-ui/app/api/request.ts'
import { cellText, compareValues } from '../../../graph-ui/app/cypher/cells.ts'
import { completeCypher } from '../../../graph-ui/app/cypher/completion.ts'
import { shortAuthors } from '../../../graph-ui/app/details/paper-line.tsx'
import { fileName } from '../../../graph-ui/app/export/download.ts'
import { countOf, yearRange } from '../../../graph-ui/app/numbers.ts'
import { pointOnEdge, squaredDistanceToEdge } from '../../../graph-ui/app/sigma/edge-geometry.ts'
import type { Value } from '../../../shared/graph-store/store.ts'

describe('words of a search', () => {
  it.each([
    ['ResNet-50', ['resnet', '50']],
    ['ResNet50', ['resnet', '50']],
    ['Schrödinger’s café', ['schrodinger', 's', 'cafe']],
    ['β-VAE', ['β', 'vae']],
    ['  ', []],
    ['中文 2.0', ['中文', '2', '0']],
  ])('%s', (text, words) => {
    expect(searchWords(text)).toEqual(words)
  })
})

describe('hosts', () => {
  it.each([
    ['localhost:4747', true],
    ['127.0.0.1:4747', true],
    ['[::1]:4747', true],
    ['192.168.1.5', true],
    ['page.localhost', true],
    ['evil.example', false],
    ['localhost.evil.example', false],
    ['127.0.0.1.evil.example', false],
    ['', false],
    [undefined, false],
  ])('%s is ours: %s', (header, own) => {
    expect(isOwnHost(header, '127.0.0.1')).toBe(own)
  })

  it.each([
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.5', false],
    ['127.evil.example', false],
  ])('%s is reached from this machine alone: %s', (host, loopback) => {
    expect(isLoopback(host)).toBe(loopback)
  })
})

describe('the token in an address', () => {
  it.each([
    ['#token=abc', { token: 'abc', rest: '' }],
    ['#token=a%26b&view=1.xyz', { token: 'a&b', rest: '#view=1.xyz' }],
    ['#token=abc&', { token: 'abc', rest: '' }],
    ['#view=1.xyz', null],
    ['#token=', null],
    ['', null],
  ])('%s', (hash, found) => {
    expect(tokenIn(hash)).toEqual(found)
  })
})

describe('cells of a result', () => {
  const node = (name: string) => ({
    kind: 'node' as const,
    id: name,
    labels: ['Method'],
    properties: { name },
  })
  const relationship = {
    kind: 'relationship' as const,
    id: 'r',
    type: 'BASED_ON',
    from: 'a',
    to: 'b',
    properties: {},
  }
  it.each<[Value, string]>([
    [null, '–'],
    ['<b>', '<b>'],
    [3.5, '3.5'],
    [['a', 1, null], '["a", 1, –]'],
    [{ x: 1, y: ['z'] }, '{x: 1, y: ["z"]}'],
    [node('LoRA'), '(LoRA)'],
    [relationship, '[:BASED_ON]'],
    [{ kind: 'path', nodes: [node('a'), node('b')], relationships: [relationship] }, '(a) –BASED_ON→ (b)'],
    [{ kind: 'path', nodes: [node('b'), node('a')], relationships: [relationship] }, '(b) ←BASED_ON– (a)'],
  ])('%j is %s', (value, text) => {
    expect(cellText(value)).toBe(text)
  })

  it('are sorted by size, or by text with its numbers; nothing comes last', () => {
    expect([10, null, 9, 100].sort(compareValues)).toEqual([9, 10, 100, null])
    expect(['b10', 'a', 'b9'].sort(compareValues)).toEqual(['a', 'b9', 'b10'])
  })
})

describe('completion of Cypher', () => {
  const schema = {
    labels: [{ label: 'Dataset', count: 3 }],
    relationshipTypes: [{ type: 'BASED_ON', count: 1200 }],
    propertyKeys: ['name', 'year'],
  }
  const complete = async (text: string) => {
    const context = new CompletionContext(EditorState.create({ doc: text }), text.length, false)
    const found = await completeCypher(Promise.resolve(schema))(context)
    return found?.options.map(({ label }) => label) ?? []
  }
  it.each([
    ['MATCH (d:', ['Dataset']],
    ['MATCH (d:Da', ['Dataset']],
    ['MATCH (a:Method|Da', ['Dataset']],
    ['MATCH ()-[r:BA', ['BASED_ON']],
    ['MATCH (a) WHERE a.n', ['name', 'year']],
    ['MATCH (a) ', []],
  ])('after %s', async (text, labels) => {
    expect(await complete(text)).toEqual(labels)
  })

  it('offers keywords elsewhere', async () => {
    expect(await complete('MA')).toContain('MATCH')
  })
})

describe('edges as they are drawn', () => {
  it('run straight, or through a point beside the line', () => {
    const [a, b] = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ]
    expect(pointOnEdge(a, b, 0, 0.5)).toEqual({ x: 50, y: 0 })
    expect(pointOnEdge(a, b, 0.4, 0.5)).toEqual({ x: 50, y: -20 })
    expect(squaredDistanceToEdge({ x: 50, y: 3 }, a, b, 0)).toBeCloseTo(9)
    expect(squaredDistanceToEdge({ x: 120, y: 0 }, a, b, 0)).toBeCloseTo(400)
    expect(squaredDistanceToEdge({ x: 50, y: -20 }, a, b, 0.4)).toBeLessThan(1)
    expect(squaredDistanceToEdge({ x: 3, y: 4 }, a, a, 0)).toBeCloseTo(25)
  })
})

describe('small texts', () => {
  it.each([
    [['Ashish Vaswani', 'Noam Shazeer', 'Niki Parmar'], 'Vaswani et al.'],
    [['Kipf, Thomas', 'Welling, Max'], 'Kipf and Welling'],
    [['Plato'], 'Plato'],
    [[], null],
  ])('authors %j', (authors, text) => {
    expect(shortAuthors(authors)).toBe(text)
  })

  it('counts, years and file names', () => {
    expect([countOf(1, 'paper'), countOf(1204, 'paper')]).toEqual(['1 paper', '1,204 papers'])
    expect([yearRange(2015, 2019), yearRange(2015, 2015), yearRange(null, null)]).toEqual([
      '2015–2019',
      '2015',
      null,
    ])
    expect(fileName('MATCH (a)-->(b) RETURN *', 'png')).toBe('match-a-b-return.png')
    expect(fileName('../../etc', 'csv')).toBe('etc.csv')
    expect(fileName('!!!', 'csv')).toBe('picture.csv')
  })
})
