import { array, assert, constantFrom, double, integer, option, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredView, View } from '../../../graph-ui/api/contract.ts'
import { edgeKey } from '../../../graph-ui/edge-key.ts'
import { decodeView, encodeView } from '../../../graph-ui/view-bytes.ts'

const number = double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
const year = option(integer({ min: -40_000, max: 3_000_000 }))
const text = string({ unit: 'binary', maxLength: 12 })
const node = record({
  key: text.map((id) => `Concept/${id}`),
  type: constantFrom('Method' as const, 'Task' as const, 'Paper' as const, 'Other' as const),
  name: text,
  papers: integer({ min: 0, max: 2 ** 40 }),
  year,
  lastYear: year,
  x: number,
  y: number,
  community: option(integer({ min: 0, max: 70_000 })),
})
const link = record({
  from: integer({ min: 0, max: 1000 }),
  to: integer({ min: 0, max: 1000 }),
  type: string({ maxLength: 5 }),
  papers: integer({ min: 1, max: 300 }),
  against: integer({ min: 0, max: 3 }),
  confidence: option(number),
  firstYear: year,
  lastYear: year,
})
const views = record({ nodes: array(node), links: array(link) }).map(({ nodes, links }): View => {
  const single = [...new Map(nodes.map((one) => [one.key, one])).values()]
  const edges = links.flatMap(({ from, to, ...edge }) => {
    const [source, target] = [single[from % single.length]?.key, single[to % single.length]?.key]
    if (source === undefined || target === undefined) return []
    return [{ key: edgeKey(source, edge.type, target), source, target, ...edge }]
  })
  return { nodes: single, edges }
})

describe('a view as bytes', () => {
  it('is read as it was written, whatever its names and numbers', () => {
    assert(
      property(views, (view) => {
        expect(decodeView(encodeView(view))).toEqual(view)
      }),
    )
  })

  it.each(['\ufeffBOM', '\ud800', 'a\udc00b', '𝒳', '\0', '<img src=x onerror=alert(1)>', '__proto__', ''])(
    'keeps the name %j, and what else the view carries',
    (name) => {
      const common = { type: 'Method' as const, papers: 1, year: null, lastYear: 2020, x: 0.25, y: -3 }
      const view: StoredView = {
        nodes: [
          { ...common, key: `Concept/${name}`, name, community: null },
          { ...common, key: 'Concept/other', name: 'other', community: 3 },
        ],
        edges: [],
        missing: 7,
      }
      expect(decodeView<StoredView>(encodeView(view))).toEqual(view)
    },
  )

  it('takes no edge without its ends, and no other bytes', () => {
    const edge = { papers: 1, against: 0, confidence: null, firstYear: null, lastYear: null }
    const lost = { key: '', source: 'Concept/a', target: 'Concept/b', type: 'CITES', ...edge }
    expect(() => encodeView({ nodes: [], edges: [lost] })).toThrow('Concept/a')
    expect(() => decodeView(new TextEncoder().encode('{"nodes":[]}'))).toThrow()
  })
})
