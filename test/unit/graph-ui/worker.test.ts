import { describe, expect, it } from 'vitest'
import type { View } from '../../../graph-ui/api/contract.ts'
import { betweenness } from '../../../graph-ui/app/worker/jobs/betweenness.ts'
import { communities } from '../../../graph-ui/app/worker/jobs/communities.ts'
import { pagerank } from '../../../graph-ui/app/worker/jobs/pagerank.ts'
import { memoryOf } from '../../../graph-ui/app/worker/messages.ts'
import { numberedGraph } from '../../../graph-ui/app/worker/numbered-graph.ts'
import { viewEdge, viewNode } from '../../fixtures/view-parts.ts'

const node = (key: string) => viewNode(key)
const edge = (source: string, target: string, papers = 1) =>
  viewEdge(source, 'BASED_ON', target, { key: `${source} ${target}`, papers })
/** "a b" is an edge from a to b. */
const viewOf = (...edges: string[]): View => ({
  nodes: [...new Set(edges.join('').replaceAll(' ', ''))].map(node),
  edges: edges.map((pair) => edge(pair[0]!, pair[2]!)),
})
const nothing = () => {}

function measured(job: typeof pagerank, view: View): Record<string, number> {
  const { graph, keys } = numberedGraph(view)
  const shares = job(graph, nothing)
  return Object.fromEntries(keys.map((key, i) => [key, Number(shares[i]!.toFixed(3))]))
}

describe('measures', () => {
  it('number a graph in the order of keys, without edges to elsewhere', () => {
    const { nodes, edges } = viewOf('c a', 'b a')
    const { graph, keys } = numberedGraph({ nodes, edges: [...edges, edge('a', 'elsewhere')] })
    expect(keys).toEqual(['a', 'b', 'c'])
    expect([graph.order, [...graph.sources], [...graph.targets]]).toEqual([3, [1, 2], [0, 0]])
    expect(memoryOf(graph)).toHaveLength(3)
  })

  it('rank what much points to, and what that points to', () => {
    const rank = measured(pagerank, viewOf('b a', 'c a', 'd a', 'a e', 'f b'))
    expect(rank.e).toBe(1)
    expect(rank.a!).toBeGreaterThan(rank.b!)
    expect(rank.b!).toBeGreaterThan(rank.c!)
    expect(rank.c).toBe(rank.f)
  })

  it('rank by the papers behind edges, in one direction or several edges', () => {
    const { nodes } = viewOf('a b', 'a c')
    const heavy = measured(pagerank, { nodes, edges: [edge('a', 'b', 9), edge('a', 'c', 1)] })
    expect(heavy.b!).toBeGreaterThan(heavy.c!)
    const parallel = { ...edge('a', 'b', 4), key: 'again' }
    const twice = measured(pagerank, { nodes, edges: [edge('a', 'b', 5), parallel, edge('a', 'c', 1)] })
    expect(twice).toEqual(heavy)
  })

  it('find what lies between others', () => {
    const star = measured(betweenness, viewOf('a b', 'a c', 'd a', 'd e', 'a a'))
    expect(star).toEqual({ a: 1, b: 0, c: 0, d: 0.6, e: 0 })
  })

  it.each([pagerank, betweenness])('say nothing of a graph without nodes or edges', (job) => {
    expect(measured(job, { nodes: [], edges: [] })).toEqual({})
    const alone = measured(job, { nodes: [node('a'), node('b')], edges: [] })
    expect(alone.a).toBe(alone.b)
  })
})

describe('communities of a picture', () => {
  const triangles = ['a b', 'b c', 'c a', 'x y', 'y z', 'z x', 'c x']
  const question = (view: View, beginning: View) => ({
    ...view,
    beginning: beginning.nodes.map(({ key }) => key),
  })
  const grouped = (view: View, beginning = view) => {
    const answer = communities(question(view, beginning))
    const numberOf = Object.fromEntries(view.nodes.map(({ key }, i) => [key, answer.numbers[i]]))
    return { ...answer, numberOf }
  }

  it('are numbered, named, and the same every time', () => {
    const view = viewOf(...triangles)
    const { communities: found, numberOf } = grouped(view)
    expect(found.map(({ id, name, size }) => [id, name, size])).toEqual([
      [0, 'A and b', 3],
      [1, 'X and y', 3],
    ])
    expect(numberOf).toEqual({ a: 0, b: 0, c: 0, x: 1, y: 1, z: 1 })
    const turned = { nodes: [...view.nodes].reverse(), edges: [...view.edges].reverse() }
    expect(grouped(turned).numberOf).toEqual(numberOf)
  })

  it('keep their numbers while the picture grows, though another is the largest now', () => {
    const beginning = viewOf(...triangles)
    const grown = viewOf(...triangles, 'x v', 'y v', 'z v', 'x w', 'y w', 'v w', 'p q')
    const { communities: found, numberOf } = grouped(grown, beginning)
    expect(numberOf).toMatchObject({ a: 0, x: 1, v: 1, w: 1 })
    expect(numberOf.p).toBe(2)
    expect(found.map(({ id, size }) => [id, size])).toEqual([
      [1, 5],
      [0, 3],
      [2, 2],
    ])
  })

  it('leave out what stands alone', () => {
    const view = viewOf('a b')
    const alone = { ...view, nodes: [...view.nodes, node('z')] }
    expect(grouped(alone).numberOf).toEqual({ a: 0, b: 0, z: -1 })
    expect(grouped({ nodes: [node('a')], edges: [] }).communities).toEqual([])
  })
})
