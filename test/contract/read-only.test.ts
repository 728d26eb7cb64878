import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ReadOnlyError } from '../../shared/errors.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { fixtureGraph } from './fixture-graph.ts'
import { stores } from './stores.ts'

const read = { mode: 'read', timeoutMs: 20_000, maxRows: 1000, signal: null } as const

const refused = [
  'CREATE (:Paper {id: "new"})',
  'create (n:Paper) return n',
  'CrEaTe (n) RETURN n',
  '/* just looking */ CREATE (n)',
  '// harmless\nCREATE (n)',
  'MATCH (p:Paper) /* */ SET /**/ p.title = "x"',
  'MATCH (p:Paper {id: "nobody"}) SET p.title = "x"',
  'MATCH (p:Paper) REMOVE p.title RETURN p',
  'MATCH (p:Paper) REMOVE p:Paper',
  'MATCH (n) DETACH DELETE n',
  'MATCH (:Paper)-[r]->() DELETE r',
  'MERGE (n:Paper {id: "p1"}) RETURN n',
  'MERGE (n:Paper {id: "p9"}) ON CREATE SET n.x = 1',
  'MATCH (p:Paper) FOREACH (x IN [1] | CREATE (:Y))',
  'CALL { CREATE (:Y) } RETURN 1',
  'MATCH (p:Paper) CALL { WITH p CREATE (q:Y {of: p.id}) RETURN q } RETURN count(q)',
  'CALL {\n  WITH 1 AS x\n  MERGE (:Y {x: x})\n} RETURN 1',
  'RETURN "CREATE" AS s UNION MATCH (n) SET n.x = 1 RETURN "x" AS s',
  "RETURN 'it\\'s' AS s UNION CREATE (n) RETURN '\\'' AS s",
  'MATCH (`a``b`) CREATE (n)',
  "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
  "load csv with headers from '/etc/hostname' as row return row",
  "LOAD/**/CSV FROM '/etc/hostname' AS row RETURN row",
  'CREATE INDEX extra IF NOT EXISTS FOR (n:Paper) ON (n.year)',
  'create\nindex extra for (n:Paper) on (n.year)',
  'CREATE CONSTRAINT extra FOR (n:Paper) REQUIRE n.title IS UNIQUE',
  'DROP INDEX paper_id IF EXISTS',
  'DROP CONSTRAINT paper_id IF EXISTS',
  'EXPLAIN CREATE (n)',
  'PROFILE CREATE (n) RETURN n',
  'SESSION SET SCHEMA other',
  'MATCH (n) RETURN n; CREATE (m)',
  "CALL db.createLabel('X')",
  "CALL apoc.cypher.doIt('CREATE (n)', {})",
  'CALL `db`.`createProperty`("x")',
]

/** Words of writing where they only name something. */
const allowed = [
  "MATCH (p:Paper) WHERE p.title = 'CREATE (n)' RETURN count(p) AS n",
  'MATCH (p:Paper) RETURN count(p.create) + count(p.set) AS n',
  'MATCH (p:Delete)-[:SET|MERGE]->(:Create {remove: 1}) RETURN count(p) AS n',
  'WITH {set: 0, delete: 0} AS m RETURN m.set + m.delete AS n',
  'MATCH (`create`:Nothing) RETURN count(`create`) AS n // then DELETE it',
  'RETURN $create + $set AS n',
  'RETURN 0 AS `drop index`',
]

describe.each(stores)('read mode of $name', ({ skip, open }) => {
  let store: GraphStore
  beforeAll(async () => {
    if (skip !== null) return
    store = await open()
    await store.apply(fixtureGraph)
  })
  afterAll(() => store?.close())

  it.skipIf(skip !== null).each(refused)('refuses %s', async (cypher) => {
    const indexes = await store.query('SHOW INDEXES', {}, read)
    await expect(store.query(cypher, {}, read)).rejects.toThrow(ReadOnlyError)
    const { labels, relationshipTypes } = await store.schema()
    expect(labels.find(({ label }) => label === 'Paper')?.count).toBe(4)
    expect(labels.map(({ label }) => label)).not.toContain('Y')
    expect(relationshipTypes.reduce((sum, { count }) => sum + count, 0)).toBe(
      fixtureGraph.relationships.length,
    )
    expect((await store.query('SHOW INDEXES', {}, read)).rows.length).toBe(indexes.rows.length)
  })

  it.skipIf(skip !== null).each(allowed)('allows %s', async (cypher) => {
    expect((await store.query(cypher, { create: 0, set: 0 }, read)).rows).toEqual([[0]])
  })
})
