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
/** How many pairs of nodes, or of their names, cover each other. */
function overlaps(nodes: readonly LayoutNode[], places: Places): number {
  return nodes.flatMap((a, i) =>
    nodes.slice(i + 1).filter((b) => {
      const [at, to] = [places.get(a.key)!, places.get(b.key)!]
      const [boxA, boxB] = [nameBox(a), nameBox(b)]
      return (
        at.x - boxA.left < to.x + boxB.right &&
        to.x - boxB.left < at.x + boxA.right &&
        // Places are rounded.
        Math.abs(at.y - to.y) < boxA.half + boxB.half - 0.01
      )
    }),
  ).length
}

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

  const dated = fc
    .tuple(
      fc.uniqueArray(
        fc.record({
          key: fc.string({ minLength: 1, maxLength: 30 }),
          year: fc.option(fc.integer({ min: 1990, max: 2025 })),
          papers: fc.integer({ min: 1, max: 200 }),
        }),
        { selector: ({ key }) => key, minLength: 1, maxLength: 40 },
      ),
      fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 60 }),
    )
    .map(([parts, pairs]) => {
      const nodes = parts.map(({ key, year, papers }) => node(key, year, papers))
      const edges = pairs.flatMap(([a, b], i) => {
        const [source, target] = [nodes[a], nodes[b]]
        return source && target ? [{ ...edge(source.key, target.key), key: String(i) }] : []
      })
      return { nodes, edges }
    })

  it('has each node at its year, none over another or its name, the same in any order', () => {
    fc.assert(
      fc.property(dated, ({ nodes, edges }) => {
        const places = timeline({ nodes, edges })
        const first = nodes.reduce<number | null>(
          (least, { year }) => (year === null ? least : Math.min(least ?? year, year)),
          null,
        )
        for (const { key, year } of nodes) {
          expect(places.get(key)!.x).toBe(placeOfYear(year ?? (first ?? 2000) - 1))
        }
        expect(overlaps(nodes, places)).toBe(0)
        expect(timeline({ nodes: [...nodes].reverse(), edges: [...edges].reverse() })).toEqual(places)
      }),
    )
  })

  it.each(['', ' and all that it is called beside that'])(
    'is no flat band where few stand at each year, and its lineages do not cross: names of lines%s',
    (more) => {
      const lines = ['a', 'b', 'c'].map((line) =>
        Array.from({ length: 8 }, (_, i) => node(`${line}${i}${more}`, 2012 + i)),
      )
      const edges = lines.flatMap((line) => line.slice(1).map(({ key }, i) => edge(key, line[i]!.key)))
      const places = timeline({ nodes: lines.flat(), edges })
      const heights = lines.map((line) => line.map(({ key }) => places.get(key)!.y))
      const all = heights.flat()
      expect(Math.max(...all) - Math.min(...all)).toBeGreaterThan(2.5 * placeOfYear(2001))
      const orders = lines[0]!.map((_, year) =>
        [0, 1, 2].sort((a, b) => heights[a]![year]! - heights[b]![year]!).join(),
      )
      expect(new Set(orders).size).toBe(1)
      // Short names leave each line as it is.
      if (more === '') expect(heights.map((line) => new Set(line).size)).toEqual([1, 1, 1])
    },
  )

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

  it('leave pinned nodes where they are, tell how they go on, and end without overlaps', () => {
    const told: Places[] = []
    const places = relax({ nodes, edges }, start, new Set(['n00', 'n07']), (soFar) => told.push(soFar))
    expect(places.get('n00')).toEqual(start.get('n00'))
    expect(places.get('n07')).toEqual(start.get('n07'))
    expect(places.get('n01')).not.toEqual(start.get('n01'))
    expect(told.length).toBeGreaterThan(3)
    expect(overlaps(nodes, places)).toBe(0)
    expect(relax({ nodes: [...nodes].reverse(), edges }, start, new Set(['n00', 'n07']), () => {})).toEqual(
      places,
    )
  })

  it('only overlaps are removed where that is asked for', () => {
    expect(overlaps(nodes, start)).toBeGreaterThan(0)
    const places = withoutOverlaps({ nodes, edges }, start, new Set(['n03']))
    expect(overlaps(nodes, places)).toBe(0)
    expect(places.get('n03')).toEqual(start.get('n03'))
  })
})
