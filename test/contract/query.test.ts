import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QueryError, QueryStoppedError, StoreUnavailableError } from '../../shared/errors.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { fixtureGraph } from './fixture-graph.ts'
import { stores } from './stores.ts'

const read = { mode: 'read', timeoutMs: 20_000, maxRows: 1000, signal: null } as const
const write = { ...read, mode: 'write' } as const

describe.each(stores)('queries on $name', ({ skip, open }) => {
  let store: GraphStore
  beforeAll(async () => {
    if (skip !== null) return
    store = await open()
    await store.apply(fixtureGraph)
  })
  afterAll(() => store?.close())

  it.skipIf(skip !== null)('gives nodes, relationships and paths in one form', async () => {
    const { columns, rows } = await store.query(
      "MATCH path = (a:Paper {id: 'p1'})-[r:INTRODUCES]->(b) RETURN a, r, b, path",
      {},
      read,
    )
    expect(columns).toEqual(['a', 'r', 'b', 'path'])
    const a = {
      kind: 'node',
      id: expect.any(String),
      labels: ['Paper'],
      properties: {
        id: 'p1',
        title: 'Adapters at rank one',
        year: 2021,
        venue: 'ICLR',
        authors: ['Ada', 'Bo'],
      },
    }
    const b = {
      kind: 'node',
      id: expect.any(String),
      labels: ['Concept', 'Method'],
      properties: {
        id: 'Method:lora',
        name: 'LoRA',
        type: 'Method',
        aliases: ['Low-Rank Adaptation', 'low rank adapters'],
        papers: 3,
      },
    }
    const ends = rows[0] as [{ id: string }, unknown, { id: string }]
    const r = {
      kind: 'relationship',
      id: expect.any(String),
      type: 'INTRODUCES',
      from: ends[0].id,
      to: ends[2].id,
      properties: {
        intent: 'introduces',
        sentence: 'We introduce LoRA.',
        starts: [22, 60],
        confidence: 0.95,
      },
    }
    expect(rows).toEqual([[a, r, b, { kind: 'path', nodes: [a, b], relationships: [r] }]])
  })
  it.skipIf(skip !== null)('names columns as they are typed', async () => {
    const { columns } = await store.query(
      "MATCH (p:Paper {id: 'p1'}) RETURN p.title, p { .year }, count( * ),  'a' + 'b' AS `x y`",
      {},
      read,
    )
    expect(columns).toEqual(['p.title', 'p', 'count( * )', 'x y'])
  })
  it.skipIf(skip !== null)('gives columns where there are no rows', async () => {
    const { columns, rows } = await store.query('MATCH (p:Nothing) RETURN p, p.x AS y', {}, read)
    expect({ columns, rows }).toEqual({ columns: ['p', 'y'], rows: [] })
  })
  it.skipIf(skip !== null).each([
    { maxRows: 3, cypher: 'UNWIND range(1, 10) AS x RETURN x', rows: 3, truncated: true },
    { maxRows: 10, cypher: 'UNWIND range(1, 10) AS x RETURN x', rows: 10, truncated: false },
    { maxRows: 3, cypher: 'UNWIND range(1, 10) AS x RETURN x LIMIT 5', rows: 3, truncated: true },
    { maxRows: 3, cypher: 'UNWIND range(1, 10) AS x RETURN x LIMIT 2', rows: 2, truncated: false },
    { maxRows: 1, cypher: 'RETURN 1 AS x UNION ALL RETURN 2 AS x', rows: 1, truncated: true },
  ])('keeps to $maxRows rows: $cypher', async ({ maxRows, cypher, rows, truncated }) => {
    const result = await store.query(cypher, {}, { ...read, maxRows })
    expect([result.rows.length, result.truncated]).toEqual([rows, truncated])
  })
  it.skipIf(skip !== null)('counts what a write changes', async () => {
    const made = await store.query("CREATE (:Extra {a: 1})-[:CITES]->(:Extra {b: 'x'})", {}, write)
    expect(made.counters).toMatchObject({ nodesCreated: 2, relationshipsCreated: 1, propertiesSet: 2 })
    const gone = await store.query('MATCH (n:Extra) DETACH DELETE n', {}, write)
    expect(gone.counters).toMatchObject({ nodesDeleted: 2, relationshipsDeleted: 1 })
  })
  it.skipIf(skip !== null).each([
    { cypher: 'MATCH (p:Paper RETURN p', near: [9, 16] },
    { cypher: 'MATCH (p:Paper)\nRETURN p.id,\n  nobody.x', near: [31, 31] },
    { cypher: 'MATCH (a:Dataset|Task)-->(b:Paper|Method) RETURN nobody', near: [49, 49] },
    { cypher: 'RETURN noSuchFunction(1)', near: [7, 7] },
    { cypher: 'RETURN 1 +', near: [9, 10] },
    { cypher: 'FETCH everything', near: [0, 0] },
  ])('says where a query is wrong: $cypher', async ({ cypher, near }) => {
    const error = await store.query(cypher, {}, read).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(QueryError)
    const { position } = error as QueryError
    expect(position).toBeGreaterThanOrEqual(near[0]!)
    expect(position).toBeLessThanOrEqual(near[1]!)
  })
  it.skipIf(skip !== null)('says which parameter is missing', async () => {
    await expect(store.query('RETURN $absent', {}, read)).rejects.toThrow(/absent/)
  })
  it.skipIf(skip !== null)('reports what goes wrong while it runs', async () => {
    await expect(store.query('UNWIND [1, 0] AS x RETURN 1 / x', {}, read)).rejects.toThrow(QueryError)
  })
  it.skipIf(skip !== null)('ends when its caller gives up', async () => {
    const early = AbortSignal.abort()
    await expect(store.query('RETURN 1', {}, { ...read, signal: early })).rejects.toMatchObject({
      reason: 'aborted',
    })
    const controller = new AbortController()
    const running = store.query(
      'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 1000) AS c RETURN count(*)',
      {},
      { ...read, signal: controller.signal },
    )
    setTimeout(() => controller.abort(), 100)
    await expect(running).rejects.toMatchObject({ name: QueryStoppedError.name, reason: 'aborted' })
  })
})

describe.each(stores)('a closed store of $name', ({ skip, open }) => {
  it.skipIf(skip !== null)('answers nothing, and can be closed again', async () => {
    const store = await open()
    await store.close()
    await expect(store.query('RETURN 1', {}, read)).rejects.toThrow(StoreUnavailableError)
    await expect(store.schema()).rejects.toThrow(StoreUnavailableError)
    await store.close()
  })
})
