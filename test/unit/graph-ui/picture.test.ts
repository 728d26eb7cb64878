import { describe, expect, it } from 'vitest'
import type { View, ViewNode } from '../../../graph-ui/api/contract.ts'
import { type CommandLog, emptyLog, goTo, perform } from '../../../graph-ui/app/state/command-log.ts'
import type { Command } from '../../../graph-ui/app/state/commands/index.ts'
import { countNeighbours, filteredView } from '../../../graph-ui/app/state/filtered.ts'
import { type Filters, placeOf } from '../../../graph-ui/app/state/picture.ts'
import { viewEdge, viewNode } from '../../fixtures/view-parts.ts'

const node = (key: string, type: ViewNode['type'] = 'Method') => viewNode(key, { type })
const edge = viewEdge
const view: View = {
  nodes: [node('a'), node('b'), node('c', 'Dataset')],
  edges: [edge('a', 'OUTPERFORMS', 'b'), edge('a', 'EVALUATED_ON', 'c')],
}
const show: Command = {
  kind: 'show',
  title: 'Start',
  source: { kind: 'nodes' },
  view,
  communities: [],
  scope: null,
}
const run = (...commands: Command[]) => commands.reduce((log, command) => perform(log, command), emptyLog)
const pictureOf = ({ picture }: CommandLog) => picture
const filter = (change: Partial<Filters>): Command => ({ kind: 'filter', change })
const hide = (key: string): Command => ({ kind: 'hide', keys: [key], name: key })
const withoutDatasets = filter({ withoutTypes: new Set(['Dataset']) })
const shownKeys = (...commands: Command[]) => {
  const { nodes, edges } = filteredView(pictureOf(run(...commands)))
  return [...nodes, ...edges].map(({ key }) => key)
}

describe('a picture', () => {
  it.each<[string, Command[], string[]]>([
    ['shows a view', [show], ['a', 'b', 'c', 'a OUTPERFORMS b', 'a EVALUATED_ON c']],
    ['leaves out a hidden node with its edges', [show, hide('b')], ['a', 'c', 'a EVALUATED_ON c']],
    ['leaves out a type', [show, withoutDatasets], ['a', 'b', 'a OUTPERFORMS b']],
    [
      'leaves out a relation and keeps its nodes',
      [show, filter({ withoutRelations: new Set(['OUTPERFORMS']) })],
      ['a', 'b', 'c', 'a EVALUATED_ON c'],
    ],
    [
      'takes a filter back',
      [show, withoutDatasets, filter({ withoutTypes: new Set() })],
      ['a', 'b', 'c', 'a OUTPERFORMS b', 'a EVALUATED_ON c'],
    ],
    [
      'shows what an expansion asks for, also where it was hidden',
      [
        show,
        hide('b'),
        {
          kind: 'expand',
          key: 'a',
          name: 'a',
          direction: 'both',
          relation: null,
          view: { nodes: [node('b'), node('d')], edges: [] },
          scope: null,
        },
      ],
      ['a', 'b', 'c', 'd', 'a OUTPERFORMS b', 'a EVALUATED_ON c'],
    ],
    [
      'shows everything once filters are cleared',
      [show, hide('b'), withoutDatasets, { kind: 'clear-filters' }],
      ['a', 'b', 'c', 'a OUTPERFORMS b', 'a EVALUATED_ON c'],
    ],
  ])('%s', (_, commands, keys) => {
    expect(shownKeys(...commands)).toEqual(keys)
  })

  it('keeps the place of a node that an expansion brings again', () => {
    const moved = { ...node('a'), x: 99 }
    const expanded = run(show, {
      kind: 'expand',
      key: 'a',
      name: 'a',
      direction: 'both',
      relation: null,
      view: { nodes: [moved], edges: [] },
      scope: null,
    })
    expect(pictureOf(expanded).nodes.get('a')?.x).toBe(0)
    const dragged = perform(expanded, { kind: 'move', key: 'a', name: 'a', x: 7, y: 8 })
    expect(placeOf(pictureOf(dragged), node('a'))).toEqual({ x: 7, y: 8 })
    expect(placeOf(pictureOf(goTo(dragged, dragged.at - 1)), node('a')).x).toBe(0)
  })

  it('says of what it is a part, and how much of that it has', () => {
    const scope = {
      kind: 'around',
      key: 'a',
      name: 'a',
      relation: null,
      direction: 'both',
      types: ['OUTPERFORMS', 'BASED_ON'],
      total: 3,
    } as const
    const more = {
      nodes: [node('d')],
      edges: [edge('d', 'BASED_ON', 'a'), edge('a', 'BASED_ON', 'b'), edge('a', 'BASED_ON', 'a')],
    }
    const expanded = run(show, {
      kind: 'expand',
      key: 'a',
      name: 'a',
      direction: 'both',
      relation: null,
      view: more,
      scope,
    })
    expect(pictureOf(expanded).scope).toEqual(scope)
    expect(countNeighbours(pictureOf(expanded), 'a', scope.types)).toBe(2)
    expect(countNeighbours(pictureOf(expanded), 'c', scope.types)).toBe(0)
    expect(pictureOf(goTo(expanded, 1)).scope).toBe(null)
  })
})

describe('the log of commands', () => {
  const log = run(show, hide('a'), hide('b'))

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
    const other = perform(goTo(log, 1), hide('c'))
    expect(other.steps.map(({ words }) => words)).toEqual(['Start', 'Hid c'])
  })

  it('keeps a bounded number of steps', () => {
    let long = emptyLog
    for (let i = 0; i < 450; i++) long = perform(long, filter({ text: String(i) }))
    expect(long.steps.length).toBe(200)
    expect(long.at).toBe(200)
  })
})
