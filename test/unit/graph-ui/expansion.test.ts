import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { View } from '../../../graph-ui/api/contract.ts'
import { emptyLog, goTo, perform } from '../../../graph-ui/app/state/command-log.ts'
import { isExpanded } from '../../../graph-ui/app/state/commands/expansion.ts'
import type { Command } from '../../../graph-ui/app/state/commands/index.ts'
import { viewEdge, viewNode } from '../../fixtures/view-parts.ts'

const node = (key: string) => viewNode(key)
const edge = (source: string, target: string) => viewEdge(source, 'BASED_ON', target)
const star = (middle: string, others: readonly string[]): View => ({
  nodes: [middle, ...others].map(node),
  edges: others.map((other) => edge(middle, other)),
})
const show: Command = {
  kind: 'show',
  title: 'Start',
  source: { kind: 'nodes' },
  view: star('a', ['b']),
  communities: [],
  scope: null,
}
const expand = (key: string, ...others: string[]): Command => ({
  kind: 'expand',
  key,
  name: key,
  relation: null,
  direction: 'both',
  view: star(key, others),
  scope: null,
})
const collapse = (key: string): Command => ({ kind: 'collapse', key, name: key })
const hide = (key: string): Command => ({ kind: 'hide', keys: [key], name: key })
const pictureAfter = (...commands: Command[]) =>
  commands.reduce((log, command) => perform(log, command), emptyLog).picture
const keysAfter = (...commands: Command[]) => [...pictureAfter(...commands).nodes.keys()].join('')

describe('collapsing', () => {
  it.each<[string, Command[], string]>([
    ['takes back what was added', [expand('b', 'c', 'd'), collapse('b')], 'ab'],
    [
      'keeps what another expansion brought too',
      [expand('b', 'c', 'd'), expand('a', 'c'), collapse('b')],
      'abc',
    ],
    [
      'takes what was expanded from there along',
      [expand('b', 'c'), expand('c', 'd'), expand('d', 'e'), collapse('b')],
      'ab',
    ],
    ['keeps what was there from the start', [expand('b', 'a', 'c'), collapse('b')], 'ab'],
    ['takes all expansions of the node', [expand('b', 'c'), expand('b', 'd'), collapse('b')], 'ab'],
    ['of a node that was not expanded does nothing', [expand('b', 'c'), collapse('a')], 'abc'],
  ])('%s', (_, commands, keys) => {
    expect(keysAfter(show, ...commands)).toBe(keys)
  })

  it('hides again what the expansion had brought back', () => {
    expect([...pictureAfter(show, hide('a'), expand('b', 'a', 'c'), collapse('b')).hidden]).toEqual(['a'])
  })

  it('restores exactly what was there, whatever was expanded and hidden before', () => {
    const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const expansions = fc
      .tuple(keys, fc.array(keys))
      .map(([key, others]) => expand(key, ...others.filter((other) => other !== key)))
    const step = fc.oneof(expansions, keys.map(hide))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), fc.array(keys), (steps, others) => {
        const before = pictureAfter(show, ...steps)
        // Expansions of what was not there would go with the collapse of what brought it.
        fc.pre(before.expansions.every(({ key }) => before.beginning.nodes.has(key)))
        fc.pre(before.nodes.has('b') && !isExpanded(before, 'b'))
        fc.pre([...before.hidden].every((key) => before.nodes.has(key)))
        const brought = others.filter((other) => other !== 'b')
        const after = pictureAfter(show, ...steps, expand('b', ...brought), collapse('b'))
        expect(after).toEqual(before)
      }),
    )
  })
})

describe('the log', () => {
  it('makes pictures that it has let go again from the steps', () => {
    let log = perform(emptyLog, show)
    const contents = [[...log.picture.nodes.keys()]]
    for (let i = 0; i < 230; i++) {
      log = perform(log, i % 3 === 0 ? hide(`n${i}`) : expand('a', `n${i}`))
      contents.push([...log.picture.nodes.keys()])
    }
    expect(log.steps.length).toBe(200)
    expect(log.steps.filter(({ picture }) => picture !== null).length).toBeLessThan(30)
    for (const at of [1, 2, 100, 199, 200]) {
      expect([...goTo(log, at).picture.nodes.keys()]).toEqual(contents[contents.length - 1 - 200 + at])
    }
    expect(goTo(goTo(log, 3), 200).picture).toEqual(log.picture)
  })

  it('takes the steps of one gesture as one', () => {
    const start = perform(emptyLog, show)
    const slide = (to: number): Command => ({ kind: 'filter', change: { to } })
    const once = perform(perform(start, slide(2014), { gesture: 1 }), slide(2015), { gesture: 1 })
    expect(once.steps.map(({ words }) => words)).toEqual(['Start', 'Until 2015'])
    const twice = perform(once, slide(2016), { gesture: 2 })
    expect(twice.steps.length).toBe(3)
    expect(goTo(twice, 1).picture).toEqual(start.picture)
  })
})
