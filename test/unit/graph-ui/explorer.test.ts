import { describe, expect, it } from 'vitest'
import type { Landscape, Neighbourhood, Stats, ViewNode } from '../../../graph-ui/api/contract.ts'
import { ApiError } from '../../../graph-ui/app/api/request.ts'
import { createExplorer } from '../../../graph-ui/app/state/explorer.ts'
import { viewNode } from '../../fixtures/view-parts.ts'

const node = (key: string) => viewNode(key)
const stats: Stats = {
  papers: 1,
  concepts: [{ type: 'Method', count: 9 }],
  claims: 0,
  relations: [],
  store: '',
  version: '',
  canIngest: false,
}
const landscape: Landscape = { nodes: ['a', 'b'].map(node), edges: [], communities: [] }
const around = (...keys: string[]): Neighbourhood => ({
  nodes: keys.map(node),
  edges: [],
  truncated: false,
  types: [],
  total: keys.length,
})

/** An API whose neighbourhoods are answered by hand. */
function explorerByHand() {
  const asked: {
    key: string
    answer(value: Neighbourhood): void
    fail(error: unknown): void
    signal: AbortSignal
  }[] = []
  const explorer = createExplorer({
    landscape: async () => landscape,
    stats: async () => stats,
    viewWithoutPlaces: async () => ({ nodes: [], edges: [], missing: 0 }),
    cypher: async () => {
      throw new Error('asks for no query')
    },
    neighbourhood: ({ key }, signal) =>
      new Promise((answer, fail) => {
        asked.push({ key, answer, fail, signal })
      }),
  })
  const settle = () => new Promise((done) => setTimeout(done))
  return {
    explorer,
    asked,
    settle,
    shown: () =>
      explorer
        .state()
        .view.nodes.map(({ key }) => key)
        .join(''),
  }
}

describe('the explorer', () => {
  it('begins with the landscape, and says of how much it is part', async () => {
    const { explorer, settle, shown } = explorerByHand()
    explorer.openLandscape()
    expect(explorer.state().work).toEqual(['Drawing the landscape'])
    await settle()
    expect(explorer.state().work).toEqual([])
    expect(shown()).toBe('ab')
    expect(explorer.state().picture.scope).toEqual({ kind: 'landscape', concepts: 9 })
  })

  it('shows what was opened last, whichever answer comes last', async () => {
    const { explorer, asked, settle, shown } = explorerByHand()
    explorer.open('a', 'A')
    explorer.open('b', 'B')
    expect(asked[0]?.signal.aborted).toBe(true)
    asked[1]?.answer(around('b', 'c'))
    await settle()
    asked[0]?.answer(around('a', 'd'))
    await settle()
    expect([shown(), explorer.state().picture.title]).toEqual(['bc', 'B'])
    expect(explorer.state().selection).toEqual({ kind: 'node', key: 'b' })
    expect(explorer.state().failure).toBe(null)
  })

  it('shows no view whose turn has passed when it has been fetched', async () => {
    const { explorer, asked, settle, shown } = explorerByHand()
    let arrive = (_: { nodes: ViewNode[]; edges: [] }) => {}
    const late = new Promise<{ nodes: ViewNode[]; edges: [] }>((resolve) => {
      arrive = resolve
    })
    explorer.showFetched('Everything', { kind: 'nodes' }, () => late)
    explorer.open('b', 'B')
    asked[0]?.answer(around('b'))
    await settle()
    arrive({ nodes: [node('a')], edges: [] })
    await settle()
    expect([shown(), explorer.state().picture.title]).toEqual(['b', 'B'])
  })

  it('makes no other view for what changes nothing in it', async () => {
    const { explorer, settle } = explorerByHand()
    explorer.openLandscape()
    await settle()
    const { view } = explorer.state()
    explorer.do({ kind: 'pin', keys: ['a'], name: 'a', on: true })
    explorer.do({ kind: 'focus', key: 'a', name: 'a' })
    explorer.do({ kind: 'appearance', change: { shapes: true } })
    expect(explorer.state().view).toBe(view)
    explorer.do({ kind: 'hide', keys: ['a'], name: 'a' })
    expect(explorer.state().view).not.toBe(view)
  })

  it('drops an expansion of a picture that is gone', async () => {
    const { explorer, asked, settle, shown } = explorerByHand()
    explorer.openLandscape()
    await settle()
    explorer.expand('a', 'A')
    explorer.open('b', 'B')
    asked[1]?.answer(around('b'))
    await settle()
    asked[0]?.answer(around('a', 'x'))
    await settle()
    expect(shown()).toBe('b')
  })

  it('keeps the sign of what is still under way', async () => {
    const { explorer, asked, settle } = explorerByHand()
    explorer.openLandscape()
    await settle()
    explorer.expand('a', 'A')
    explorer.expand('b', 'B')
    asked[0]?.answer(around('a', 'x'))
    await settle()
    expect(explorer.state().work).toEqual(['Expanding B'])
  })

  it('tells a failure and leaves the picture as it was', async () => {
    const { explorer, asked, settle, shown } = explorerByHand()
    explorer.openLandscape()
    await settle()
    explorer.expand('a', 'A')
    asked[0]?.fail(new ApiError('too much', 500, null))
    await settle()
    expect([explorer.state().failure?.message, shown(), explorer.state().work]).toEqual([
      'too much',
      'ab',
      [],
    ])
  })

  it('goes back to what was selected with a step', async () => {
    const { explorer, settle } = explorerByHand()
    explorer.openLandscape()
    await settle()
    explorer.select({ kind: 'node', key: 'a' })
    explorer.do({ kind: 'hide', keys: ['b'], name: 'b' })
    explorer.select(null)
    explorer.undo()
    expect(explorer.state().selection).toEqual({ kind: 'node', key: 'a' })
    explorer.redo()
    expect(explorer.state().selection).toBe(null)
  })

  it('keeps the communities of a picture with it, and those of what it grew out of until it has its own', async () => {
    const { explorer, asked, settle } = explorerByHand()
    explorer.openLandscape()
    await settle()
    const { nodes } = explorer.state().picture
    const communities = [{ id: 0, name: 'One', key: 'Concept/Method:one', members: [], size: 2 }]
    const ofNodes = () => explorer.state().view.nodes.map(({ key, community }) => `${key} ${community}`)
    explorer.setCommunities({ nodes, communities, communityOf: new Map([['b', 0]]) })
    expect(ofNodes()).toEqual(['a null', 'b 0'])
    explorer.do({ kind: 'filter', change: { withoutCommunities: new Set([0]) } })
    expect(ofNodes()).toEqual(['a null'])
    explorer.undo()
    explorer.expand('a', 'A')
    asked[0]?.answer(around('a', 'x'))
    await settle()
    expect(ofNodes()).toEqual(['a null', 'b 0', 'x null'])
    const grown = explorer.state().picture.nodes
    explorer.setCommunities({ nodes: grown, communities, communityOf: new Map([['x', 0]]) })
    expect(ofNodes()).toEqual(['a null', 'b null', 'x 0'])
    explorer.undo()
    expect(ofNodes()).toEqual(['a null', 'b 0'])
    explorer.open('b', 'B')
    asked[1]?.answer(around('b'))
    await settle()
    expect(ofNodes()).toEqual(['b null'])
  })

  it('selects no node that is not shown beside others', async () => {
    const { explorer, settle } = explorerByHand()
    explorer.openLandscape()
    await settle()
    explorer.select({ kind: 'nodes', keys: ['a', 'b'] })
    explorer.do({ kind: 'hide', keys: ['b'], name: 'b' })
    expect(explorer.state().selection).toEqual({ kind: 'node', key: 'a' })
  })
})
