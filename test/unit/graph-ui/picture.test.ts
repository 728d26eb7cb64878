import { describe, expect, it } from 'vitest'
import type { View, ViewEdge, ViewNode } from '../../../graph-ui/api/contract.ts'
import { describeStep, emptyLog, goTo, perform, pictureOf } from '../../../graph-ui/app/state/command-log.ts'
import {
  countNeighbours,
  countRelations,
  countTypes,
  filteredView,
  isFiltered,
} from '../../../graph-ui/app/state/filtered.ts'
import type { Command } from '../../../graph-ui/app/state/picture.ts'

const node = (key: string, type: ViewNode['type'] = 'Method'): ViewNode => ({
  key,
  type,
  name: key,
  papers: 1,
  year: null,
  lastYear: null,
  x: 0,
  y: 0,
  community: null,
})
const edge = (source: string, type: string, target: string): ViewEdge => ({
  key: `${source} ${type} ${target}`,
  source,
  target,
  type,
  papers: 1,
  against: 0,
  confidence: null,
  firstYear: null,
  lastYear: null,
})
const view: View = {
  nodes: [node('a'), node('b'), node('c', 'Dataset')],
  edges: [edge('a', 'OUTPERFORMS', 'b'), edge('a', 'EVALUATED_ON', 'c')],
}
const show: Command = { kind: 'show', title: 'Start', view, communities: [], scope: null }
const run = (...commands: Command[]) => commands.reduce(perform, emptyLog)
const shownKeys = (...commands: Command[]) => {
  const { nodes, edges } = filteredView(pictureOf(run(...commands)))
  return [...nodes, ...edges].map(({ key }) => key)
}

describe('a picture', () => {
  it.each<[string, Command[], string[]]>([
    ['shows a view', [show], ['a', 'b', 'c', 'a OUTPERFORMS b', 'a EVALUATED_ON c']],
    [
      'leaves out a hidden node with its edges',
      [show, { kind: 'hide', key: 'b', name: 'b' }],
      ['a', 'c', 'a EVALUATED_ON c'],
    ],
    ['leaves out a type', [show, { kind: 'toggle-type', type: 'Dataset' }], ['a', 'b', 'a OUTPERFORMS b']],
    [
      'leaves out a relation and keeps its nodes',
      [show, { kind: 'toggle-relation', relation: 'OUTPERFORMS' }],
      ['a', 'b', 'c', 'a EVALUATED_ON c'],
    ],
    [
      'takes a filter back when it is toggled again',
      [show, { kind: 'toggle-type', type: 'Dataset' }, { kind: 'toggle-type', type: 'Dataset' }],
      ['a', 'b', 'c', 'a OUTPERFORMS b', 'a EVALUATED_ON c'],
    ],
    [
      'shows what an expansion asks for, also where it was hidden',
      [
        show,
        { kind: 'hide', key: 'b', name: 'b' },
        {
          kind: 'expand',
          name: 'a',
          relation: null,
          view: { nodes: [node('b'), node('d')], edges: [] },
          scope: null,
        },
      ],
      ['a', 'b', 'c', 'd', 'a OUTPERFORMS b', 'a EVALUATED_ON c'],
    ],
    [
      'shows everything once filters are cleared',
      [
        show,
        { kind: 'hide', key: 'b', name: 'b' },
        { kind: 'toggle-type', type: 'Dataset' },
        { kind: 'clear-filters' },
      ],
      ['a', 'b', 'c', 'a OUTPERFORMS b', 'a EVALUATED_ON c'],
    ],
  ])('%s', (_, commands, keys) => {
    expect(shownKeys(...commands)).toEqual(keys)
  })

  it('keeps the place of a node that an expansion brings again', () => {
    const moved = { ...node('a'), x: 99 }
    const expanded = run(show, {
      kind: 'expand',
      name: 'a',
      relation: null,
      view: { nodes: [moved], edges: [] },
      scope: null,
    })
    expect(pictureOf(expanded).nodes.get('a')?.x).toBe(0)
    const dragged = perform(expanded, { kind: 'move', key: 'a', name: 'a', x: 7, y: 8 })
    expect(pictureOf(dragged).nodes.get('a')).toMatchObject({ x: 7, y: 8 })
    expect(pictureOf(goTo(dragged, dragged.at - 1)).nodes.get('a')?.x).toBe(0)
  })

  it('says of what it is a part, and how much of that it has', () => {
    const scope = {
      kind: 'around',
      key: 'a',
      name: 'a',
      relation: null,
      types: ['OUTPERFORMS', 'BASED_ON'],
      total: 3,
    } as const
    const more = {
      nodes: [node('d')],
      edges: [edge('d', 'BASED_ON', 'a'), edge('a', 'BASED_ON', 'b'), edge('a', 'BASED_ON', 'a')],
    }
    const expanded = run(show, { kind: 'expand', name: 'a', relation: null, view: more, scope })
    expect(pictureOf(expanded).scope).toEqual(scope)
    expect(countNeighbours(pictureOf(expanded), 'a', scope.types)).toBe(2)
    expect(countNeighbours(pictureOf(expanded), 'c', scope.types)).toBe(0)
    expect(pictureOf(goTo(expanded, 1)).scope).toBe(null)
  })

  it('counts what filters are about, shown or not', () => {
    const picture = pictureOf(run(show, { kind: 'toggle-type', type: 'Dataset' }))
    expect(isFiltered(picture)).toBe(true)
    expect(countTypes(picture)).toEqual([
      { value: 'Method', count: 2 },
      { value: 'Dataset', count: 1 },
    ])
    expect(countRelations(picture).map(({ value }) => value)).toEqual(['EVALUATED_ON', 'OUTPERFORMS'])
  })
})

describe('the log of commands', () => {
  const log = run(show, { kind: 'hide', key: 'a', name: 'a' }, { kind: 'hide', key: 'b', name: 'b' })

  it('goes back and forth without losing anything', () => {
    expect(pictureOf(goTo(log, 2)).hidden).toEqual(new Set(['a']))
    expect(pictureOf(goTo(goTo(log, 1), 3))).toBe(pictureOf(log))
  })

  it('never undoes the first picture, and never goes past the last', () => {
    expect(goTo(log, 0).at).toBe(1)
    expect(goTo(log, 99).at).toBe(3)
    expect(goTo(emptyLog, 5).at).toBe(0)
  })

  it('drops what was undone when something else is done', () => {
    const other = perform(goTo(log, 1), { kind: 'hide', key: 'c', name: 'c' })
    expect(other.steps.map(({ command }) => describeStep(command))).toEqual(['Start', 'Hid c'])
  })

  it('keeps a bounded number of steps', () => {
    let long = emptyLog
    for (let i = 0; i < 450; i++) long = perform(long, { kind: 'toggle-relation', relation: 'CITES' })
    expect(long.steps.length).toBe(200)
    expect(long.at).toBe(200)
  })
})
