import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { circle } from '../../../graph-ui/layout/circle.ts'
import type { LayoutNode, Places, TypedEdge } from '../../../graph-ui/layout/graph.ts'
import { layers } from '../../../graph-ui/layout/layers.ts'
import { relax, withoutOverlaps } from '../../../graph-ui/layout/relax.ts'
import { neighboursIn, untangled } from '../../../graph-ui/layout/rows.ts'
import { nameBox } from '../../../graph-ui/layout/separate.ts'
import { placeOfYear, timeline } from '../../../graph-ui/layout/timeline.ts'

const node = (key: string, year: number | null = null, papers = 1): LayoutNode => ({
  key,
  type: 'Method',
  name: key,
  papers,
  year,
})
const edge = (source: string, target: string, type = 'BASED_ON'): TypedEdge => ({
  key: `${source} ${type} ${target}`,
  source,
  target,
  type,
  papers: 1,
})
const letters = fc.constantFrom(...'abcdefgh')
const views = fc
  .tuple(fc.uniqueArray(letters, { minLength: 1 }), fc.array(fc.tuple(letters, letters), { maxLength: 20 }))
  .map(([keys, pairs]) => ({
    nodes: keys.map((key) => node(key)),
    edges: pairs
      .filter(([a, b]) => keys.includes(a) && keys.includes(b))
      .map(([a, b], i) => ({ ...edge(a, b), key: String(i) })),
  }))

describe('the layered layout', () => {
  const view = {
    nodes: ['gpt', 'transformer', 'attention', 'bert', 'cnn'].map((key) => node(key)),
    edges: [
      edge('transformer', 'attention', 'PART_OF'),
      edge('bert', 'transformer'),
      edge('gpt', 'transformer'),
      edge('gpt', 'bert', 'OUTPERFORMS'),
    ],
  }

  it('puts what comes from something below it', () => {
    const places = layers(view)
    const y = (key: string) => places.get(key)!.y
    expect(y('transformer')).toBeLessThan(y('attention'))
    expect(y('bert')).toBeLessThan(y('transformer'))
    expect(y('gpt')).toBe(y('bert'))
    expect(y('cnn')).toBeLessThan(y('bert'))
  })

  it('places every node once, whatever cycles there are, and in the same way in any order', () => {
    fc.assert(
      fc.property(views, ({ nodes, edges }) => {
        const places = layers({ nodes, edges })
        expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length)
        expect(layers({ nodes: [...nodes].reverse(), edges: [...edges].reverse() })).toEqual(places)
      }),
    )
  })
})

describe('the timeline', () => {
  it('puts each node at the year of its first appearance, those without one before all', () => {
    const view = { nodes: [node('b', 2017), node('a', 2012), node('c', 2017), node('d')], edges: [] }
    const places = timeline(view)
    expect(places.get('a')!.x).toBe(placeOfYear(2012))
    expect([places.get('b')!.x, places.get('c')!.x]).toEqual([placeOfYear(2017), placeOfYear(2017)])
    expect(places.get('b')!.y).not.toBe(places.get('c')!.y)
    expect(places.get('d')!.x).toBe(placeOfYear(2011))
  })

  it('puts what is linked side by side', () => {
    const rows = [['a', 'b', 'c'].map((key) => node(key)), ['x', 'y', 'z'].map((key) => node(key))]
    const among = neighboursIn([edge('a', 'z'), edge('b', 'x'), edge('c', 'y')])
    const [left, right] = untangled(rows, among).map((row) => row.map(({ key }) => key))
    const partner: Record<string, string> = { a: 'z', b: 'x', c: 'y' }
    expect(left!.map((key) => partner[key])).toEqual(right)
  })
})

describe('the circle', () => {
  it('has all nodes at one distance, groups side by side, and room for each', () => {
    const group: Record<string, number> = { a: 1, b: 0, c: 1, d: 0 }
    const nodes = ['a', 'b', 'c', 'd', 'e'].map((key) => node(key, null, 9))
    const places = circle({ nodes, edges: [] }, ({ key }) => group[key] ?? null)
    const angles = [...places].map(([key, { x, y }]) => ({
      key,
      angle: (Math.atan2(-y, x) + 2 * Math.PI) % (2 * Math.PI),
    }))
    const order = angles.sort((a, b) => a.angle - b.angle).map(({ key }) => key)
    expect(order).toEqual(['b', 'd', 'a', 'c', 'e'])
    const radii = [...places.values()].map(({ x, y }) => Math.hypot(x, y))
    expect(Math.max(...radii) - Math.min(...radii)).toBeLessThan(0.1)
  })
})

describe('the forces', () => {
  const nodes = Array.from({ length: 30 }, (_, i) =>
    node(`n${String(i).padStart(2, '0')}`, null, 1 + (i % 5)),
  )
  const edges = nodes.slice(1).map(({ key }, i) => edge(key, nodes[i >> 1]!.key))
  const start: Places = new Map(nodes.map(({ key }, i) => [key, { x: i * 7, y: (i * 13) % 50 }]))
  const overlaps = (places: Places) =>
    nodes.flatMap((a, i) =>
      nodes.slice(i + 1).filter((b) => {
        const [at, to] = [places.get(a.key)!, places.get(b.key)!]
        const [boxA, boxB] = [nameBox(a), nameBox(b)]
        return (
          at.x - boxA.left < to.x + boxB.right &&
          to.x - boxB.left < at.x + boxA.right &&
          Math.abs(at.y - to.y) < boxA.half + boxB.half
        )
      }),
    ).length

  it('leave pinned nodes where they are, tell how they go on, and end without overlaps', () => {
    const told: Places[] = []
    const places = relax({ nodes, edges }, start, new Set(['n00', 'n07']), (soFar) => told.push(soFar))
    expect(places.get('n00')).toEqual(start.get('n00'))
    expect(places.get('n07')).toEqual(start.get('n07'))
    expect(places.get('n01')).not.toEqual(start.get('n01'))
    expect(told.length).toBeGreaterThan(3)
    expect(overlaps(places)).toBe(0)
    expect(relax({ nodes: [...nodes].reverse(), edges }, start, new Set(['n00', 'n07']), () => {})).toEqual(
      places,
    )
  })

  it('only overlaps are removed where that is asked for', () => {
    expect(overlaps(start)).toBeGreaterThan(0)
    const places = withoutOverlaps({ nodes, edges }, start, new Set(['n03']))
    expect(overlaps(places)).toBe(0)
    expect(places.get('n03')).toEqual(start.get('n03'))
  })
})
