import { describe, expect, it } from 'vitest'
import { findCommunities } from '../../../graph-ui/api/graph/communities.ts'
import { layOutCommunities } from '../../../graph-ui/api/graph/community-map.ts'
import { edgeBetween, type PlacelessView } from '../../../graph-ui/api/graph/view-parts.ts'
import { layOut } from '../../../graph-ui/layout/force.ts'
import type { Places } from '../../../graph-ui/layout/graph.ts'
import { placeBeside } from '../../../graph-ui/layout/place-beside.ts'
import { nodeRadius, paperShare } from '../../../graph-ui/layout/radius.ts'
import { nameBox } from '../../../graph-ui/layout/separate.ts'
import { takenPlaces } from '../../../graph-ui/layout/taken-places.ts'
import { seededRandom } from '../../../shared/seeded-random.ts'

/** Rings of nodes, each ring linked to the next by one edge. */
function rings(count: number, size: number): PlacelessView {
  const name = (ring: number, i: number) => `Concept/Method:r${ring}n${i}`
  const nodes = Array.from({ length: count * size }, (_, i) => {
    const key = name(Math.floor(i / size), i % size)
    return {
      key,
      type: 'Method' as const,
      name: key.slice(15),
      papers: 1 + (i % 7),
      year: null,
      lastYear: null,
    }
  })
  const edges = nodes.flatMap((_, n) => {
    const [ring, i] = [Math.floor(n / size), n % size]
    const inside = edgeBetween(name(ring, i), 'BASED_ON', name(ring, (i + 1) % size), {})
    const across = edgeBetween(name(ring, 0), 'BASED_ON', name((ring + 1) % count, 0), {})
    return i === 0 && count > 1 ? [inside, across] : [inside]
  })
  return { nodes, edges }
}

function overlaps(view: PlacelessView, places: Places): string[] {
  const boxes = view.nodes.map((node) => ({ ...places.get(node.key)!, ...nameBox(node), key: node.key }))
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => {
      const apart =
        a.x + a.right <= b.x - b.left + 0.1 ||
        b.x + b.right <= a.x - a.left + 0.1 ||
        a.y + a.half <= b.y - b.half + 0.1 ||
        b.y + b.half <= a.y - a.half + 0.1
      return apart ? [] : [`${a.key} and ${b.key}`]
    }),
  )
}

describe('places of a picture', () => {
  it.each([
    [1, 5],
    [1, 40],
    [6, 12],
  ])('%i rings of %i: neither nodes nor names overlap', (count, size) => {
    const view = rings(count, size)
    expect(overlaps(view, layOut(view))).toEqual([])
  })

  it('do not depend on the order of nodes and edges', () => {
    const view = rings(3, 8)
    const turned = { nodes: [...view.nodes].reverse(), edges: [...view.edges].reverse() }
    expect(layOut(turned)).toEqual(layOut(view))
  })

  it('are found for nothing, for one node, and for nodes without edges', () => {
    expect(layOut({ nodes: [], edges: [] }).size).toBe(0)
    const alone = { nodes: rings(1, 1).nodes, edges: [] }
    expect([...layOut(alone).values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(
      true,
    )
    const scattered = { nodes: rings(1, 20).nodes, edges: [] }
    expect(overlaps(scattered, layOut(scattered))).toEqual([])
  })
})

describe('communities', () => {
  const view = rings(4, 10)
  const { communityOf, communities } = findCommunities(view)

  it('are the rings, and the same every time', () => {
    expect(communities.map(({ size }) => size)).toEqual([10, 10, 10, 10])
    expect(findCommunities({ ...view, edges: [...view.edges].reverse() }).communityOf).toEqual(communityOf)
  })

  it('become regions that do not overlap', () => {
    const places = layOutCommunities(view, communityOf)
    expect(overlaps(view, places)).toEqual([])
    const boxes = communities.map(({ id }) => {
      const own = view.nodes
        .filter(({ key }) => communityOf.get(key) === id)
        .map(({ key }) => places.get(key)!)
      const [xs, ys] = [own.map(({ x }) => x), own.map(({ y }) => y)]
      return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) }
    })
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        expect(a.right < b.left || b.right < a.left || a.high < b.low || b.high < a.low).toBe(true)
      }
    }
  })
})

describe('places for nodes that join a picture', () => {
  it('are free, near what they are linked to, and leave the others where they are', () => {
    const before = rings(1, 6)
    const present = layOut(before)
    const origin = before.nodes[0]!.key
    const fresh = Array.from({ length: 30 }, (_, i) => `Concept/Method:new${String(i).padStart(2, '0')}`)
    const joined: PlacelessView = {
      nodes: [
        ...before.nodes,
        ...fresh.map((key) => ({
          key,
          type: 'Method' as const,
          name: key,
          papers: 1,
          year: null,
          lastYear: null,
        })),
      ],
      edges: fresh.map((key) => edgeBetween(origin, 'BASED_ON', key, {})),
    }
    const added = placeBeside(joined, origin, present)
    expect([...added.keys()].sort()).toEqual(fresh)
    const all = [...present.values(), ...added.values()]
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(40)
    }
    const at = present.get(origin)!
    const distances = [...added.values()].map(({ x, y }) => Math.hypot(x - at.x, y - at.y))
    expect(Math.max(...distances)).toBeLessThan(900)
  })
})

describe('places that are taken', () => {
  it('are found as by looking at all of them', () => {
    const random = seededRandom(7)
    const place = () => ({ x: random() * 1000 - 500, y: random() * 1000 - 500 })
    const places: Places = new Map(Array.from({ length: 120 }, (_, i) => [`n${i}`, place()]))
    const taken = takenPlaces(places, 50)
    const answers = Array.from({ length: 500 }, () => {
      const { x, y } = place()
      const near = [...places.values()].some((other) => Math.hypot((other.x - x) / 1.3, other.y - y) < 50)
      expect(taken.isFree(x, y)).toBe(!near)
      return near
    })
    expect(new Set(answers).size).toBe(2)
  })
})

describe('sizes of nodes', () => {
  const sizes = (papers: number[]) => {
    const share = paperShare(papers.map((count) => ({ papers: count })))
    return papers.map((count) => nodeRadius('Method', count * share))
  }

  it('are those of their papers in a small graph', () => {
    expect(sizes([1, 30])).toEqual([nodeRadius('Method', 1), nodeRadius('Method', 30)])
  })

  it('tell a hub from what is known well, in a large graph too', () => {
    const [hub, known, rare] = sizes([6000, 600, 6]) as [number, number, number]
    expect(hub).toBeCloseTo(22)
    expect(known).toBeLessThan(hub / 2)
    expect(rare).toBeLessThan(known / 1.5)
    expect(sizes([])).toEqual([])
  })
})
