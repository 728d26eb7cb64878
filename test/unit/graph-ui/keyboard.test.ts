import { describe, expect, it } from 'vitest'
import { selectionWords } from '../../../graph-ui/app/frame/selection-words.ts'
import { indexAfterKey, indexTyped } from '../../../graph-ui/app/in-view/list-keys.ts'
import { stepOf, stepWords } from '../../../graph-ui/app/move/steps.ts'

describe('keys in the list of what is shown', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 8],
    ['PageUp', 3, 0],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['x', 5, null],
  ])('%s from %i leads to %s', (key, at, goal) => {
    expect(indexAfterKey(key, at, { count: 10, page: 5 })).toBe(goal)
  })

  it('lead nowhere in an empty list', () => {
    expect(indexAfterKey('Home', 0, { count: 0, page: 5 })).toBe(null)
    expect(indexTyped([], 'a', 0)).toBe(null)
  })

  it('letters go from one name to the next, and round; words stay where they fit', () => {
    const names = ['ResNet', 'VGG', 'RoBERTa', 'R-CNN']
    expect(indexTyped(names, 'r', 0)).toBe(2)
    expect(indexTyped(names, 'R', 3)).toBe(0)
    expect(indexTyped(names, 'res', 0)).toBe(0)
    expect(indexTyped(names, 'rob', 0)).toBe(2)
    expect(indexTyped(names, 'x', 0)).toBe(null)
  })
})

describe('moving by keys', () => {
  it('goes up where y grows', () => {
    expect(stepOf('ArrowUp', false)).toEqual({ x: 0, y: 10 })
    expect(stepOf('ArrowLeft', true)).toEqual({ x: -50, y: 0 })
    expect(stepOf('a', false)).toBe(null)
  })
  it.each([
    [{ x: 30, y: -10 }, '30 right, 10 down'],
    [{ x: 0, y: 50 }, '50 up'],
    [{ x: 0, y: 0 }, 'where it was'],
  ])('says %j as %s', (place, words) => expect(stepWords(place)).toBe(words))
})

describe('what is selected, in words', () => {
  const node = { year: null, lastYear: null, community: null, x: 0, y: 0 }
  const view = {
    nodes: [
      { ...node, key: 'a', name: 'ResNet', type: 'Method' as const, papers: 12 },
      { ...node, key: 'b', name: 'VGG', type: 'Method' as const, papers: 0 },
    ],
    edges: [
      {
        key: 'e',
        source: 'a',
        target: 'b',
        type: 'OUTPERFORMS' as const,
        papers: 1,
        against: 0,
        confidence: 1,
        firstYear: null,
        lastYear: null,
      },
    ],
  }
  it.each([
    [null, ''],
    [{ kind: 'node', key: 'a' } as const, 'ResNet, method, 12 papers, 1 connection'],
    [{ kind: 'node', key: 'b' } as const, 'VGG, method, 1 connection'],
    [{ kind: 'node', key: 'gone' } as const, ''],
    [{ kind: 'nodes', keys: ['a', 'b'] } as const, '2 nodes selected'],
    [{ kind: 'edge', key: 'e' } as const, 'ResNet outperforms VGG'],
  ])('%j', (selection, words) => expect(selectionWords(selection, view)).toBe(words))
})
