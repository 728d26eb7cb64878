import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QueryError, ReadOnlyError, StoreUnavailableError } from '../../shared/errors.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { fixtureGraph } from './fixture-graph.ts'
import { stores } from './stores.ts'

const limits = { timeoutMs: 20_000, signal: null } as const
const endless =
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 1000) AS c RETURN sum(a * b * c)'

describe.each(stores)('the number of rows on $name', ({ skip, open }) => {
  let store: GraphStore
  beforeAll(async () => {
    if (skip !== null) return
    store = await open()
    await store.apply(fixtureGraph)
  })
  afterAll(() => store?.close())

  it.skipIf(skip !== null).each([
    { cypher: 'UNWIND range(1, 3214) AS x RETURN x', params: {}, rows: 3214 },
    { cypher: 'UNWIND range(1, 3214) AS x RETURN x LIMIT 1200', params: {}, rows: 1200 },
    { cypher: 'UNWIND range(1, $most) AS x RETURN x, 2 * x AS y', params: { most: 70 }, rows: 70 },
    { cypher: 'RETURN 1 AS x UNION ALL RETURN 2 AS x', params: {}, rows: 2 },
    { cypher: 'MATCH (p:Nothing) RETURN p', params: {}, rows: 0 },
    { cypher: "MATCH (p:Paper {id: 'p1'})-[r]->(c) RETURN p, r, c LIMIT 1", params: {}, rows: 1 },
  ])('$rows: $cypher', async ({ cypher, params, rows }) => {
    expect(await store.count(cypher, params, limits)).toBe(rows)
  })
  it.skipIf(skip !== null)('is not told of what would change the graph', async () => {
    await expect(store.count('CREATE (n:Extra) RETURN n', {}, limits)).rejects.toThrow(ReadOnlyError)
    expect(await store.count('MATCH (n:Extra) RETURN n', {}, limits)).toBe(0)
  })
  it.skipIf(skip !== null)('of a wrong query is an error at its place', async () => {
    await expect(store.count('MATCH (p:Paper RETURN p', {}, limits)).rejects.toThrow(QueryError)
    await expect(store.count('RETURN $absent', {}, limits)).rejects.toThrow(/absent/)
  })
  it.skipIf(skip !== null)('is given up at the deadline, or with the caller', async () => {
    await expect(store.count(endless, {}, { ...limits, timeoutMs: 500 })).rejects.toMatchObject({
      reason: 'deadline',
    })
    const controller = new AbortController()
    const counting = store.count(endless, {}, { ...limits, signal: controller.signal })
    setTimeout(() => controller.abort(), 100)
    await expect(counting).rejects.toMatchObject({ reason: 'aborted' })
    expect(await store.count('RETURN 1 AS one', {}, limits)).toBe(1)
  })
})

describe.each(stores)('a closed store of $name', ({ skip, open }) => {
  it.skipIf(skip !== null)('tells no number of rows', async () => {
    const store = await open()
    await store.close()
    await expect(store.count('RETURN 1 AS one', {}, limits)).rejects.toThrow(StoreUnavailableError)
  })
})
