import { describe, expect, it } from 'vitest'
import { searchWords } from '../../../graph-ui/api/search/words.ts'
import { isOwnHost } from '../../../graph-ui/api/security.ts'
import { tokenIn } from '../../../graph-ui/app/api/request.ts'
import { shortAuthors } from '../../../graph-ui/app/details/paper-line.tsx'
import { fileName } from '../../../graph-ui/app/export/download.ts'
import { countOf, yearRange } from '../../../graph-ui/app/numbers.ts'
import { pointOnEdge, squaredDistanceToEdge } from '../../../graph-ui/app/sigma/edge-geometry.ts'
import { isLoopback } from '../../../shared/loopback.ts'

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
