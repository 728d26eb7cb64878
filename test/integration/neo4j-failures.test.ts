/** A Neo4j that is down, refuses, or goes away in the middle: what the command says and does. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../shared/graph-store/index.ts'
import { netPapers } from '../fixtures/net-papers.ts'
import type { Neo4jServer } from '../setup/neo4j-server.ts'
import { lacksOwnNeo4j, startOwnNeo4j } from '../setup/neo4j-turn.ts'
import { type Outcome, skein, temporaryFolder } from '../setup/skein.ts'

let folder: string
let remove: () => void
beforeAll(() => {
  ;({ path: folder, remove } = temporaryFolder())
})
afterAll(() => remove())

it('a server that is down is named, with what to check', async () => {
  const { code, stderr } = await skein(['stats', '--store', 'bolt://127.0.0.1:9'])
  expect(code).toBe(1)
  expect(stderr).toMatch(/^Neo4j at bolt:\/\/127\.0\.0\.1:9 does not answer: .*Check that it runs/)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

it('a password in the address is refused, and not repeated', async () => {
  const { code, stderr } = await skein(['stats', '--store', 'bolt://neo4j:hush-hush@127.0.0.1:9'])
  expect(code).toBe(2)
  expect(stderr).toContain('NEO4J_PASSWORD')
  expect(stderr).not.toContain('hush-hush')
})

describe.skipIf(lacksOwnNeo4j())('a server of its own', () => {
  let server: Neo4jServer
  let path: string
  beforeAll(async () => {
    server = await startOwnNeo4j()
    path = join(folder, 'papers.jsonl')
    writeFileSync(path, netPapers(1500))
  })
  afterAll(() => server?.remove())

  const onServer = (args: string[], onLine: (text: string) => void = () => {}): Promise<Outcome> =>
    skein([...args, '--store', server.login.uri], {
      env: { NEO4J_USER: server.login.user, NEO4J_PASSWORD: server.login.password },
      onStart: (child) => child.stderr?.on('data', onLine),
    })

  it.each([
    ['a wrong password', 'wrong', /does not take the password of user neo4j\. Set NEO4J_PASSWORD/],
    ['no password', '', /asks for a password\. Set NEO4J_PASSWORD/],
  ])('that is given %s', async (_, password, message) => {
    const { code, stderr } = await skein(['stats', '--store', server.login.uri], {
      env: { NEO4J_PASSWORD: password },
    })
    expect(code).toBe(1)
    expect(stderr).toMatch(message)
  })

  it('that dies twice in the middle of an ingest: it goes on, and the graph is the same', async () => {
    const store = await openStore(server.login.uri, server.login)
    const numberOfPapers = async () => {
      const { labels } = await store.schema()
      return labels.find(({ label }) => label === 'Paper')?.count ?? 0
    }
    let settling = () => {}
    const untilSettling = new Promise<void>((resolve) => {
      settling = resolve
    })
    const ingest = onServer(['ingest', path, '--tagger', 'fast'], (text) => {
      if (text.includes('Settling')) settling()
    })
    while ((await numberOfPapers()) === 0) await sleep(50)
    await server.kill()
    await server.start()
    await untilSettling
    await server.kill()
    await server.start()
    const { code, stderr } = await ingest
    expect(code, stderr).toBe(0)
    expect(stderr).toContain('1,500 papers, 0 without abstract (1,500 new')
    await store.close()
    expect((await exportedFrom(server.login.uri)) === (await exportedFromEmbedded())).toBe(true)
  })

  async function exportedFrom(store: string): Promise<string> {
    const out = join(folder, 'graph.json')
    const { code, stderr } = await skein(['export', '--format', 'json', '--out', out, '--store', store], {
      env: { NEO4J_PASSWORD: server.login.password },
    })
    expect(code, stderr).toBe(0)
    return readFileSync(out, 'utf8')
  }

  async function exportedFromEmbedded(): Promise<string> {
    const store = join(folder, 'whole.db')
    const { code, stderr } = await skein(['ingest', path, '--tagger', 'fast', '--store', store])
    expect(code, stderr).toBe(0)
    return exportedFrom(store)
  }
})
