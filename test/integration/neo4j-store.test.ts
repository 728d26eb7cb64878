import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StoreUnavailableError } from '../../shared/errors.ts'
import { openNeo4j } from '../../shared/graph-store/neo4j/index.ts'
import type { GraphDelta, GraphStore, QueryOptions } from '../../shared/graph-store/store.ts'
import type { Neo4jServer } from '../setup/neo4j-server.ts'
import {
  lacksNeo4j,
  lacksOwnNeo4j,
  type Neo4jTurn,
  startOwnNeo4j,
  takeNeo4j,
  turnTimeoutMs,
} from '../setup/neo4j-turn.ts'

const read: QueryOptions = { mode: 'read', timeoutMs: 20_000, maxRows: 1000, signal: null }
const write: QueryOptions = { ...read, mode: 'write' }
/** Never finishes in a lifetime, and holds nothing in memory. */
const endless =
  'UNWIND range(1, 100000000) AS a UNWIND range(1, 100000000) AS b WITH a, b WHERE a = -b RETURN count(*)'

function papers(from: number, to: number): GraphDelta {
  const ids = Array.from({ length: to - from }, (_, i) => `paper-${from + i}`)
  return {
    deleteRelationships: [],
    deleteNodes: [],
    nodes: [
      ...ids.map((id) => ({
        label: 'Paper' as const,
        id,
        labels: [],
        properties: { title: `Title of ${id}` },
      })),
      { label: 'Concept', id: 'Method:x', labels: ['Method'], properties: { name: 'X', type: 'Method' } },
    ],
    relationships: ids.map((id) => ({
      type: 'CITES' as const,
      from: { label: 'Paper' as const, id },
      to: { label: 'Concept' as const, id: 'Method:x' },
      properties: { confidence: 0.5 },
    })),
  }
}

describe.skipIf(lacksNeo4j())('Neo4j store', () => {
  let turn: Neo4jTurn
  let store: GraphStore
  beforeAll(async () => {
    turn = await takeNeo4j()
    store = await openNeo4j(turn.uri, turn)
    await store.ensureSchema()
  }, turnTimeoutMs)
  afterAll(async () => {
    await store?.close()
    turn?.release()
  })

  async function running(): Promise<string[]> {
    const { rows } = await store.query('SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery', {}, read)
    return rows.map(([query]) => query as string).filter((query) => query === endless)
  }

  it('makes its schema once and again', async () => {
    await store.ensureSchema()
    const { rows } = await store.query('SHOW INDEXES YIELD name, state RETURN name, state', {}, read)
    expect(rows.filter(([name]) => !String(name).startsWith('index_')).sort()).toEqual(
      [
        'claim_id',
        'concept_id',
        'concept_name',
        'concept_names',
        'dataset_name',
        'method_name',
        'metric_name',
        'paper_id',
        'task_name',
      ].map((name) => [name, 'ONLINE']),
    )
  })

  it.each([
    ['CREATE (n:Paper {id: 1})', 'ReadOnlyError'],
    ['MATCH (n) SET n.x = 1', 'ReadOnlyError'],
    ['MATCH (n) DETACH DELETE n', 'ReadOnlyError'],
    ['CREATE INDEX other FOR (n:Paper) ON (n.title)', 'ReadOnlyError'],
    ['DROP CONSTRAINT paper_id', 'ReadOnlyError'],
    ["LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", 'ReadOnlyError'],
    ["CALL db.createLabel('Other')", 'ReadOnlyError'],
    ['CALL db.clearQueryCaches()', 'ReadOnlyError'],
    ["CREATE USER mallory SET PASSWORD 'longenough'", 'ReadOnlyError'],
    ["TERMINATE TRANSACTION 'neo4j-transaction-1'", 'ReadOnlyError'],
    ['MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS', 'ReadOnlyError'],
  ])('refuses to read by %s', async (cypher, name) => {
    await expect(store.query(cypher, {}, read)).rejects.toMatchObject({ name })
  })

  it.each([
    ['MATCH (n RETURN n', 9],
    ["WITH '🚀' AS rocket\nRETURN missing", 27],
    ['RETURN 1 +', 10],
  ])('says where %j is wrong', async (cypher, position) => {
    await expect(store.query(cypher, {}, read)).rejects.toMatchObject({ name: 'QueryError', position })
  })

  it('names a missing parameter', async () => {
    await expect(store.query('RETURN $x', {}, read)).rejects.toMatchObject({
      name: 'QueryError',
      message: /x/,
    })
  })

  it('ends a query at its deadline, on the server too, while others go on', async () => {
    const stopped = store.query(endless, {}, { ...read, timeoutMs: 1500 })
    const ended = expect(stopped).rejects.toMatchObject({ name: 'QueryStoppedError', reason: 'deadline' })
    while ((await running()).length === 0) await sleep(50)
    await ended
    while ((await running()).length > 0) await sleep(50)
  })

  it('ends a query when its caller gives up', async () => {
    const caller = new AbortController()
    const stopped = store.query(endless, {}, { ...read, signal: caller.signal })
    const ended = expect(stopped).rejects.toMatchObject({ name: 'QueryStoppedError', reason: 'aborted' })
    while ((await running()).length === 0) await sleep(50)
    caller.abort()
    await ended
    while ((await running()).length > 0) await sleep(50)
  })

  it('says when a query takes too much memory', async () => {
    await expect(
      store.query(
        'UNWIND range(1, 30000000) AS n RETURN collect([n, n + 1, n + 2])',
        {},
        { ...read, timeoutMs: 60_000 },
      ),
    ).rejects.toMatchObject({ name: 'QueryStoppedError', reason: 'memory' })
  })

  it('leaves rows past the limit on the server', async () => {
    const { rows, truncated } = await store.query(
      'UNWIND range(1, 100000000) AS n RETURN n',
      {},
      { ...read, maxRows: 3 },
    )
    expect({ rows, truncated }).toEqual({ rows: [[1], [2], [3]], truncated: true })
    const all = await store.query('UNWIND range(1, 3) AS n RETURN n', {}, { ...read, maxRows: 3 })
    expect(all.truncated).toBe(false)
  })

  it('gives temporal values, points and large numbers as text', async () => {
    const { rows } = await store.query(
      "RETURN date('2020-01-02'), datetime('2020-01-02T03:04:05Z'), duration('P1DT2S'), point({x: 1, y: 2}), 9007199254740993, [1, 2.5]",
      {},
      read,
    )
    expect(rows[0]).toEqual([
      '2020-01-02',
      '2020-01-02T03:04:05Z',
      'P1DT2S',
      'point({srid: 7203, x: 1, y: 2})',
      '9007199254740993',
      [1, 2.5],
    ])
  })

  it('writes, also where the query makes its own transactions', async () => {
    const { counters } = await store.query('CREATE (:Other {a: 1})-[:X]->(:Other)', {}, write)
    expect(counters).toEqual({
      nodesCreated: 2,
      nodesDeleted: 0,
      relationshipsCreated: 1,
      relationshipsDeleted: 0,
      propertiesSet: 1,
    })
    const removal = await store.query(
      'MATCH (n:Other) CALL (n) { DETACH DELETE n } IN 1 CONCURRENT TRANSACTIONS OF 1 ROW',
      {},
      write,
    )
    expect(removal.counters.nodesDeleted).toBe(2)
  })

  it('lets no name out of its quotes', async () => {
    const labels = ['a`b', '\\u0060) DETACH DELETE n //', 'x\\', 'ü 🚀']
    const node = {
      label: 'Paper' as const,
      id: 'hostile',
      labels,
      properties: { '`key`': 'x', '\\u0060': "'; MATCH (n) DETACH DELETE n //" },
    }
    const delta = { deleteRelationships: [], deleteNodes: [], nodes: [node], relationships: [] }
    await store.apply(delta)
    const { rows } = await store.query("MATCH (n:Paper {id: 'hostile'}) RETURN n", {}, read)
    expect(rows[0]![0]).toMatchObject({ labels: [...labels, 'Paper'].sort(), properties: node.properties })
    expect((await store.schema()).labels.map(({ label }) => label)).toEqual(expect.arrayContaining(labels))
    await store.apply({ ...delta, nodes: [], deleteNodes: [node] })
  })

  it('lets writers that meet wait for each other', async () => {
    const deltas = Array.from({ length: 8 }, (_, i) => papers(i * 100, i * 100 + 300))
    await Promise.all(deltas.map((delta) => store.apply(delta)))
    const { labels, relationshipTypes } = await store.schema()
    expect(labels).toContainEqual({ label: 'Paper', count: 1000 })
    expect(relationshipTypes).toEqual([{ type: 'CITES', count: 1000 }])
  })

  it.each([
    ['a wrong password', {}, { password: 'wrong' }, /NEO4J_PASSWORD/],
    ['no password', {}, { password: '' }, /asks for a password.*NEO4J_PASSWORD/],
    ['an unknown database', { database: 'nowhere' }, {}, /no database nowhere/],
    ['a closed port', { uri: 'bolt://127.0.0.1:9' }, {}, /does not answer.*ECONNREFUSED/],
    ['an unknown host', { uri: 'neo4j://nowhere.invalid' }, {}, /does not answer/],
  ])('explains %s', async (_, address: { uri?: string; database?: string }, login, message) => {
    const url = `${address.uri ?? turn.uri}${address.database ? `/${address.database}` : ''}`
    await expect(openNeo4j(url, { ...turn, ...login })).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      message,
    })
  })

  it('takes user and database from the address, which may be of a cluster', async () => {
    const { host } = new URL(turn.uri.replace('bolt:', 'http:'))
    const other = await openNeo4j(`neo4j://${turn.user}@${host}/neo4j`, {
      user: 'nobody',
      password: turn.password,
    })
    expect((await other.query('RETURN 1', {}, read)).rows).toEqual([[1]])
    await other.close()
  })
})

describe.skipIf(lacksOwnNeo4j())('Neo4j store whose server goes away', () => {
  let server: Neo4jServer
  beforeAll(async () => {
    server = await startOwnNeo4j()
  })
  afterAll(() => server?.remove())

  it('waits in the middle of a load until the server is back, and loses nothing', async () => {
    const store = await openNeo4j(server.login.uri, { ...server.login, patienceMs: 120_000 })
    await store.ensureSchema()
    const load = async () => {
      for (let at = 0; at < 20_000; at += 1000) await store.apply(papers(at, at + 1000))
    }
    const loading = load()
    while ((await store.schema()).labels.length === 0) await sleep(20)
    await server.kill()
    const before = store.schema()
    await server.start()
    await loading
    expect((await before).labels).toContainEqual({ label: 'Concept', count: 1 })
    expect((await store.schema()).labels).toContainEqual({ label: 'Paper', count: 20_000 })
    await store.close()
  })

  it('gives up after its patience, in plain words', async () => {
    const store = await openNeo4j(server.login.uri, { ...server.login, patienceMs: 1000 })
    await server.kill()
    await expect(store.apply(papers(0, 1))).rejects.toThrow(StoreUnavailableError)
    await expect(store.query('RETURN 1', {}, read)).rejects.toThrow(/does not answer/)
    await store.close()
  })
})
