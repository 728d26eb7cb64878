import { describe, expect, it } from 'vitest'
import type { Addition } from '../../../graph-ui/api/contract.ts'
import { actions } from '../../../graph-ui/app/actions/index.ts'
import { isPressed, isSingleKey, type KeyPress, keyNames } from '../../../graph-ui/app/actions/keys.ts'
import { stepsWithRoom, trailWindow } from '../../../graph-ui/app/frame/trail-window.ts'
import { nearFocus } from '../../../graph-ui/app/state/focus.ts'
import { addedBy, additionText, askedFilters, moreText } from '../../../graph-ui/app/state/foresight.ts'
import { noFilters } from '../../../graph-ui/app/state/picture.ts'

const press = (key: string, ...held: ('ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey')[]): KeyPress => ({
  key,
  ctrlKey: held.includes('ctrlKey'),
  metaKey: held.includes('metaKey'),
  shiftKey: held.includes('shiftKey'),
  altKey: held.includes('altKey'),
})

describe('shortcuts', () => {
  it.each<[string, KeyPress, boolean]>([
    ['P', press('p'), true],
    ['P', press('P'), true],
    ['P', press('P', 'shiftKey'), false],
    ['P', press('p', 'ctrlKey'), false],
    ['P', press('p', 'altKey'), false],
    ['?', press('?', 'shiftKey'), true],
    ['/', press('/'), true],
    ['Control+Z', press('z', 'ctrlKey'), true],
    ['Control+Z', press('z', 'metaKey'), true],
    ['Control+Z', press('Z', 'ctrlKey', 'shiftKey'), false],
    ['Control+Shift+Z Control+Y', press('Z', 'ctrlKey', 'shiftKey'), true],
    ['Control+Shift+Z Control+Y', press('y', 'ctrlKey'), true],
    ['ContextMenu Shift+F10', press('F10', 'shiftKey'), true],
    ['ContextMenu Shift+F10', press('F10'), false],
    ['Delete', press('Delete'), true],
  ])('%s and %o: %s', (keys, pressed, expected) => {
    expect(isPressed(keys, pressed, { singleKeys: true })).toBe(expected)
  })

  it('of one key can be turned off, the others not', () => {
    expect(isPressed('O Escape', press('o'), { singleKeys: false })).toBe(false)
    expect(isPressed('O Escape', press('Escape'), { singleKeys: false })).toBe(true)
    expect(['P', '?', 'Delete', 'Control+Z'].map(isSingleKey)).toEqual([true, true, false, false])
  })

  it('are told as they are written on keyboards', () => {
    expect(keyNames('Control+Shift+Z Control+Y')).toEqual(['Ctrl-Shift-Z', 'Ctrl-Y'])
    expect(keyNames('ContextMenu Escape')).toEqual(['Menu', 'Esc'])
  })

  it('each belong to an action of its own', () => {
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length)
    expect(actions.every(({ keys }) => keys !== '')).toBe(true)
  })
})

describe('what an expansion adds', () => {
  it.each<[Omit<Addition, 'filtered'>, number, string | null]>([
    [{ fresh: 0, hidden: 0, isMore: false }, 0, null],
    [{ fresh: 3, hidden: 0, isMore: false }, 3, '3'],
    [{ fresh: 0, hidden: 2, isMore: false }, 2, '2'],
    [{ fresh: 123, hidden: 0, isMore: false }, 40, '40 of 123'],
    [{ fresh: 123, hidden: 2, isMore: false }, 42, '42 of 125'],
    [{ fresh: 1000, hidden: 0, isMore: true }, 40, '40 of more than 1,000'],
    [{ fresh: 0, hidden: 0, isMore: true }, 0, 'up to 40'],
  ])('%o', (counts, added, text) => {
    const addition = { ...counts, filtered: 0 }
    expect([addedBy(addition), additionText(addition)]).toEqual([added, text])
  })

  it.each<[Addition, string]>([
    [{ fresh: 12, hidden: 0, filtered: 0, isMore: false }, '12 more'],
    [{ fresh: 10, hidden: 2, filtered: 3, isMore: false }, '12 more, 3 filtered out'],
    [{ fresh: 4, hidden: 0, filtered: 4, isMore: false }, '4 more, all filtered out'],
    [{ fresh: 1, hidden: 0, filtered: 1, isMore: false }, '1 more, filtered out'],
    [{ fresh: 123, hidden: 0, filtered: 30, isMore: false }, '40 of 123 more, 30 of the 123 filtered out'],
    [
      { fresh: 1000, hidden: 0, filtered: 7, isMore: true },
      '40 of more than 1,000 more, 7 or more filtered out',
    ],
    [{ fresh: 0, hidden: 0, filtered: 0, isMore: false }, 'all shown'],
  ])('says of %o what the filters leave out', (addition, text) => {
    expect(moreText(addition)).toBe(text)
  })

  it('asks for no filters where every node passes', () => {
    expect(askedFilters({ ...noFilters, text: ' ', withoutRelations: new Set(['CITES']) })).toBeNull()
    const withoutVenues = new Set(['ICLR'])
    expect(askedFilters({ ...noFilters, withoutTypes: new Set(['Paper']), withoutVenues, to: 2015 })).toEqual(
      {
        withoutTypes: ['Paper'],
        withoutVenues: ['ICLR'],
        from: null,
        to: 2015,
        leastPapers: 0,
        text: '',
      },
    )
  })
})

describe('the strip of steps', () => {
  it.each<[steps: number, at: number, first: number, end: number]>([
    [0, 0, 0, 0],
    [3, 3, 0, 3],
    [12, 12, 7, 12],
    [12, 9, 7, 12],
    [12, 3, 2, 7],
    [12, 1, 0, 5],
  ])('of %i, the %ith in effect, shows those from %i to %i', (steps, at, first, end) => {
    expect(trailWindow(steps, at, 5)).toEqual({ first, end })
  })

  it('shows fewer in a narrow window, and never none', () => {
    expect([1000, 670, 490, 390, 200].map(stepsWithRoom)).toEqual([5, 5, 3, 3, 2])
    expect(trailWindow(12, 12, 3)).toEqual({ first: 9, end: 12 })
  })
})

describe('the focus', () => {
  const node = (key: string) => ({
    key,
    type: 'Method' as const,
    name: key,
    papers: 1,
    year: null,
    lastYear: null,
    x: 0,
    y: 0,
    community: null,
  })
  const edge = { key: 'ab', source: 'a', target: 'b', type: 'BASED_ON', papers: 1, against: 0 }
  const years = { confidence: null, firstYear: null, lastYear: null }
  const view = { nodes: ['a', 'b', 'c'].map(node), edges: [{ ...edge, ...years }] }

  it('keeps a node and its neighbours, and dims nothing without a node in view', () => {
    expect(nearFocus(view, 'b')).toEqual(new Set(['b', 'a']))
    expect(nearFocus(view, 'gone')).toBe(null)
    expect(nearFocus(view, null)).toBe(null)
  })
})
