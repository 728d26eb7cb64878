import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { View } from '../../../graph-ui/api/contract.ts'
import { communityColour, type Theme } from '../../../graph-ui/app/palette.ts'
import { axisOf } from '../../../graph-ui/app/sigma/axis-layer.ts'
import { figureOf, noEmphasis } from '../../../graph-ui/app/sigma/emphasis.ts'
import { holdsUp, type Shown } from '../../../graph-ui/app/sigma/holds-up.ts'
import { nodesInside } from '../../../graph-ui/app/sigma/lasso.ts'
import { createNameIndex } from '../../../graph-ui/app/sigma/name-index.ts'
import { isLarge, isSlow } from '../../../graph-ui/app/sigma/size-class.ts'
import { type CanvasGraph, graphOf, synchronise } from '../../../graph-ui/app/sigma/synchronise.ts'
import { createTextWidths } from '../../../graph-ui/app/sigma/text-widths.ts'
import { viewEdge, viewNode } from '../../fixtures/view-parts.ts'

const node = (key: string, x = 0) => viewNode(key, { x })
const edge = (source: string, target: string) =>
  viewEdge(source, 'USED_FOR', target, { key: `${source}-${target}`, confidence: 1 })
const view: View = {
  nodes: ['a', 'b', 'c', 'd'].map((key) => node(key)),
  edges: [edge('a', 'b'), edge('b', 'c'), edge('c', 'd')],
}

const huge: View = { nodes: Array(40_001).fill(node('a')), edges: [] }

/** How often a graph tells sigma of a change. */
function listening(graph: CanvasGraph) {
  const told = vi.fn()
  graph.on('nodeAdded', told)
  graph.on('nodeDropped', told)
  graph.on('edgeDropped', told)
  graph.on('edgeAdded', told)
  graph.on('nodeAttributesUpdated', told)
  graph.on('edgeAttributesUpdated', told)
  return told
}

describe('bringing the graph of the canvas to a view', () => {
  it('tells nothing of what is the same', () => {
    const graph = graphOf(view)
    const told = listening(graph)
    expect(synchronise(graph, structuredClone(view))).toBeNull()
    expect(told).not.toHaveBeenCalled()
  })

  it('tells of the node that is elsewhere, and of what is new', () => {
    const graph = graphOf(view)
    const told = listening(graph)
    const moved = view.nodes.map((old) => (old.key === 'b' ? node('b', 9) : old))
    const after = { nodes: [...moved, node('e')], edges: [...view.edges, edge('d', 'e')] }
    expect(synchronise(graph, after)).toEqual({ nodes: ['b'], edges: [] })
    expect(told).toHaveBeenCalledTimes(3)
    expect(graph.getNodeAttribute('b', 'x')).toBe(9)
  })

  it.each<[string, View]>([
    ['a node is dropped with its edge', { nodes: view.nodes.slice(0, 3), edges: view.edges.slice(0, 2) }],
    ['edges are dropped', { nodes: view.nodes, edges: view.edges.slice(1, 2) }],
    [
      'another node takes the place of one',
      { nodes: [...view.nodes.slice(0, 3), node('e')], edges: view.edges.slice(0, 2) },
    ],
    ['nothing is left', { nodes: [], edges: [] }],
  ])('has what the view has where %s, and what comes back', (_, next) => {
    const graph = graphOf(view)
    for (const shown of [next, view]) {
      expect(synchronise(graph, shown)).toEqual({ nodes: [], edges: [] })
      expect(graph.nodes().sort()).toEqual(shown.nodes.map(({ key }) => key))
      expect(graph.edges().sort()).toEqual(shown.edges.map(({ key }) => key))
    }
  })

  it('takes a node back that has been moved on the screen alone', () => {
    const graph = graphOf(view)
    Object.assign(graph.getNodeAttributes('c'), { x: 5 })
    expect(synchronise(graph, view)).toEqual({ nodes: ['c'], edges: [] })
    expect(graph.getNodeAttribute('c', 'x')).toBe(0)
  })

  it('sizes all nodes anew where the papers of the whole have changed', () => {
    const graph = graphOf(view)
    const large = viewNode('e', { papers: 1000 })
    const sizes = () => graph.nodes().map((key) => graph.getNodeAttribute(key, 'size'))
    synchronise(graph, { nodes: [...view.nodes, large], edges: view.edges })
    const anew = graphOf({ nodes: [...view.nodes, large], edges: view.edges })
    expect(sizes()).toEqual(anew.nodes().map((key) => anew.getNodeAttribute(key, 'size')))
  })

  it('bends edges between the same two nodes apart, and those alone', () => {
    const graph = graphOf({
      nodes: view.nodes,
      edges: [edge('a', 'b'), edge('b', 'a'), edge('c', 'd')],
    })
    const bend = (key: string) => graph.getEdgeAttribute(key, 'curvature')
    expect([bend('a-b'), bend('b-a'), bend('c-d')]).toEqual([-0.16, -0.16, 0])
  })
})

describe('what stands out', () => {
  const graph = graphOf(view)
  const figure = (change: Partial<typeof noEmphasis>) => figureOf(graph, { ...noEmphasis, ...change }, 1)
  const keys = (set: Iterable<string> | undefined) => [...(set ?? [])].sort()

  it.each([
    ['nothing', {}, null],
    ['a node that is gone', { hoveredNode: 'gone' }, null],
    [
      'the node under the pointer, its neighbours and edges',
      { hoveredNode: 'b', selectedNodes: ['d'] },
      { dims: true, active: ['b', 'd'], near: ['a', 'b', 'c'], edges: ['a-b', 'b-c'] },
    ],
    [
      'a selected node',
      { selectedNodes: ['a'] },
      { dims: true, active: ['a'], near: ['a', 'b'], edges: ['a-b'] },
    ],
    [
      'several selected nodes and the edges among them',
      { selectedNodes: ['a', 'b', 'd'] },
      { dims: true, active: ['a', 'b', 'd'], near: [], edges: ['a-b'] },
    ],
    [
      'the focus, also while another node is selected',
      { focus: 'd', selectedNodes: ['a'] },
      { dims: true, active: ['a', 'd'], near: ['c', 'd'], edges: ['c-d'] },
    ],
    [
      'an edge under the pointer, without dimming the rest',
      { hoveredEdge: 'b-c' },
      { dims: false, active: ['b', 'c'], near: [], edges: ['b-c'] },
    ],
    [
      'a selected edge',
      { selectedEdge: 'b-c' },
      { dims: true, active: ['b', 'c'], near: [], edges: ['b-c'] },
    ],
  ] as const)('%s', (_, change, expected) => {
    const found = figure(change)
    const told = found && {
      dims: found.dims,
      active: keys(found.active),
      near: keys(found.near),
      edges: keys(found.edges.map(({ key }) => key)),
    }
    expect(told).toEqual(expected)
  })

  it('has rings where there are not too many of them to be told apart', () => {
    const nodes = Array.from({ length: 401 }, (_, i) => node(`n${i}`))
    const crowd = graphOf({ nodes, edges: [] })
    const selectedNodes = nodes.map(({ key }) => key)
    const ringed = (change: Partial<typeof noEmphasis>) =>
      figureOf(crowd, { ...noEmphasis, selectedNodes, ...change }, 1)?.ringed
    expect(ringed({ selectedNodes: selectedNodes.slice(1) })?.size).toBe(400)
    expect(ringed({})?.size).toBe(0)
    expect(keys(ringed({ hoveredNode: 'n7' }))).toEqual(['n7'])
    // The same list while nodes are pointed at, by which it is known that nothing is to be drawn anew.
    const pointing = { ...noEmphasis, selectedNodes, hoveredNode: 'n7' }
    expect(figureOf(crowd, pointing, 1)?.crowd).toBe(selectedNodes)
  })

  it('has at most 400 neighbours, those with the most papers', () => {
    const hub = graphOf({
      nodes: [node('hub'), ...Array.from({ length: 900 }, (_, i) => node(`n${i}`))],
      edges: Array.from({ length: 900 }, (_, i) => ({ ...edge('hub', `n${i}`), papers: i === 899 ? 9 : 1 })),
    })
    const found = figureOf(hub, { ...noEmphasis, hoveredNode: 'hub' }, 1)!
    expect(found.near.size).toBe(401)
    expect(found.near.has('n899')).toBe(true)
  })
})

describe('the axis of the timeline', () => {
  it('has the years of the nodes, and stands below the lowest of them', () => {
    const nodes = [
      viewNode('a', { year: 2012, y: 40 }),
      viewNode('b', { year: 2019, y: -70 }),
      viewNode('c', { year: null }),
    ]
    expect(axisOf({ nodes, edges: [] })).toEqual({ first: 2012, last: 2019, hasUndated: true, lowest: -70 })
    expect(axisOf({ nodes: nodes.slice(2), edges: [] })).toBeNull()
  })
})

describe('the lasso', () => {
  const corner = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 4 },
    { x: 4, y: 4 },
    { x: 4, y: 10 },
    { x: 0, y: 10 },
  ]
  it.each([
    ['inside', 2, 2, true],
    ['in the other arm', 8, 2, true],
    ['in the notch', 8, 8, false],
    ['outside', -1, 2, false],
  ])('%s', (_, x, y, inside) => {
    expect(nodesInside(corner, [{ key: 'a', x, y }])).toEqual(inside ? ['a'] : [])
    expect(nodesInside([...corner].reverse(), [{ key: 'a', x, y }])).toEqual(inside ? ['a'] : [])
  })
})

describe('the index of names', () => {
  it('finds the same as a look at all nodes', () => {
    const nodes = fc.uniqueArray(
      fc.record({
        key: fc.string(),
        x: fc.integer({ min: -100, max: 100 }),
        y: fc.integer({ min: -100, max: 100 }),
        size: fc.integer({ min: 1, max: 5 }),
      }),
      { selector: ({ key }) => key, maxLength: 200 },
    )
    const ends = fc.tuple(fc.integer({ min: -120, max: 120 }), fc.integer({ min: 0, max: 120 }))
    fc.assert(
      fc.property(
        nodes,
        ends,
        ends,
        fc.integer({ min: 1, max: 20 }),
        (all, [left, wide], [low, high], most) => {
          const window = { left, right: left + wide, low, high: low + high }
          const some = new Set(all.filter((_, i) => i % 3 === 0).map(({ key }) => key))
          const expected = all
            .filter(({ x, y }) => x >= left && x <= left + wide && y >= low && y <= low + high)
            .sort((a, b) => b.size - a.size || (a.key < b.key ? -1 : 1))
            .map(({ key }) => key)
          const index = createNameIndex(all)
          expect(index.within(window, most, null)).toEqual(expected.slice(0, most))
          expect(index.within(window, most, some)).toEqual(
            expected.filter((key) => some.has(key)).slice(0, most),
          )
        },
      ),
    )
  })
})

describe('sizes', () => {
  it.each([
    [2999, 4999, false],
    [3000, 0, true],
    [10, 5000, true],
  ])('%i nodes and %i edges are large: %s', (nodes, edges, large) => {
    expect(isLarge(nodes, edges)).toBe(large)
  })

  it.each([
    [20_000, false],
    [20_001, true],
  ])('%i nodes with as many edges are not drawn within a moment: %s', (count, slow) => {
    const many = { nodes: Array(count).fill(node('a')), edges: Array(count).fill(edge('a', 'b')) }
    expect(isSlow(many)).toBe(slow)
  })

  it.each<[string, Partial<Shown>, Partial<Shown>, boolean]>([
    ['another picture that is huge', { view, showing: 1 }, { showing: 2 }, true],
    ['a huge picture that undo brings back', { view, showing: 2 }, { showing: 1 }, true],
    ['a small picture after a huge one', {}, { view, showing: 2 }, false],
    ['a small picture that changes', { view }, { view: { nodes: view.nodes, edges: [] } }, false],
    ['a part of a huge picture that goes', {}, { view }, true],
    ['a huge picture whose nodes stand elsewhere', {}, { view: { ...huge } }, false],
    ['another arrangement, with what it leaves out', {}, { view, arrangement: 'circle' }, false],
  ])('%s is told first where that takes long', (_, before, after, expected) => {
    const shown: Shown = { showing: 1, arrangement: 'own', communities: [], view: huge }
    expect(holdsUp({ ...shown, ...before }, { ...shown, ...after })).toBe(expected)
  })

  it('forgets widths of text before there are too many', () => {
    const measureText = vi.fn((text: string) => ({ width: text.length }))
    const context = { font: '', measureText } as unknown as CanvasRenderingContext2D
    const widthOf = createTextWidths()
    expect([widthOf(context, 'abc', 'f'), widthOf(context, 'abc', 'f')]).toEqual([3, 3])
    expect(measureText).toHaveBeenCalledTimes(1)
    for (let i = 0; i < 2001; i++) widthOf(context, `text ${i}`, 'f')
    widthOf(context, 'abc', 'f')
    expect(measureText).toHaveBeenCalledTimes(2003)
  })
})

/** Of linear light, after Machado, Oliveira and Fernandes (2009). */
const seenWith = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function linear(colour: string): number[] {
  return [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
}

function dot(row: readonly number[], colour: readonly number[]): number {
  return row.reduce((sum, factor, i) => sum + factor * colour[i]!, 0)
}

/** A space in which distances are about as large as they seem (Ottosson, 2020). */
function oklab(colour: readonly number[]): number[] {
  const cones = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ].map((row) => Math.cbrt(dot(row, colour)))
  return [
    [0.2104542553, 0.793617785, -0.0040720468],
    [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766],
  ].map((row) => dot(row, cones))
}

describe.each<Theme>(['light', 'dark'])('colours of communities, %s', (theme) => {
  const colours = Array.from({ length: 8 }, (_, i) => linear(communityColour(theme, i)))

  it.each(Object.entries(seenWith))('are told apart with %s', (_, matrix) => {
    const seen = colours.map((colour) => oklab(matrix.map((row) => dot(row, colour))))
    const distances = seen.flatMap((a, i) =>
      seen.slice(0, i).map((b) => Math.hypot(...a.map((value, k) => value - b[k]!))),
    )
    // A tenth of the way from black to white.
    expect(Math.min(...distances)).toBeGreaterThan(0.1)
  })

  it('end in grey', () => {
    expect(communityColour(theme, 8)).toBe(communityColour(theme, null))
  })
})
