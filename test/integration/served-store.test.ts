/** A store that `skein serve` holds is open to all other commands, through the server. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { netPapers } from '../fixtures/net-papers.ts'
import { skein, temporaryFolder } from '../setup/skein.ts'
import { type RunningSkein, startSkein } from '../setup/skein-server.ts'

let folder: string
let remove: () => void
beforeAll(() => {
  ;({ path: folder, remove } = temporaryFolder())
})
afterAll(() => remove())

const place = (name: string) => join(folder, name)
const serverFile = (store: string) => `${store}.serve.json`

function papers(name: string, count: number): string {
  writeFileSync(place(name), netPapers(count))
  return place(name)
}

/** Runs a command that has to succeed, and gives what it printed. */
async function done(args: string[]): Promise<string> {
  const { code, stdout, stderr } = await skein(args)
  expect(code, stderr).toBe(0)
  return stdout
}

async function numberOfPapers(store: string): Promise<number> {
  return JSON.parse(await done(['stats', '--json', '--store', store])).nodes.byLabel.Paper ?? 0
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(50)
}

async function papersServed(server: RunningSkein): Promise<number> {
  const answer = await fetch(`${server.url}/api/stats`)
  return ((await answer.json()) as { papers: number }).papers
}

describe('while skein serve holds a store', () => {
  const store = () => place('held.db')
  let server: RunningSkein
  beforeAll(async () => {
    server = await startSkein(['serve', '--store', store(), '--port', '0'])
  })
  afterAll(() => server?.stop('SIGKILL'))

  it('papers can be loaded, and the page finds them', async () => {
    const { code, stderr } = await skein(['ingest', papers('few.jsonl', 20), '--store', store()])
    expect(code, stderr).toBe(0)
    expect(stderr).toContain('20 papers, 0 without abstract (20 new')
    // A search may still be answered from the names as they were, and has them read anew.
    await until(async () => {
      const answer = await fetch(`${server.url}/api/search?q=ZetaFormer`)
      return JSON.stringify(await answer.json()).includes('ZetaFormer')
    })
  })

  it('queries read, and write where they may', async () => {
    const query = (cypher: string, ...more: string[]) =>
      skein(['query', cypher, '--format', 'json', '--store', store(), ...more])
    const titles = await query('MATCH (p:Paper {year: $year}) RETURN p.title', '--params', '{"year":2003}')
    expect(JSON.parse(titles.stdout).rows).toEqual([['Net3: beyond ZetaFormer']])
    const change = "MATCH (p:Paper {title: 'Net3: beyond ZetaFormer'}) SET p.venue = 'Nowhere'"
    const refused = await query(change)
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/may only read/)])
    expect((await query(change, '--write')).code).toBe(0)
    const venues = await query('MATCH (p:Paper) WHERE p.venue IS NOT NULL RETURN p.venue')
    expect(JSON.parse(venues.stdout).rows).toEqual([['Nowhere']])
    const wrong = await query('MATCH (p:Paper RETURN p')
    expect([wrong.code, wrong.stdout]).toEqual([1, ''])
  })

  it('papers can be removed, and the whole is counted and exported', async () => {
    await done(['remove', 'few.jsonl#p7', '--store', store()])
    expect(await numberOfPapers(store())).toBe(19)
    const graph = JSON.parse(await done(['export', '--format', 'json', '--store', store()]))
    const stats = JSON.parse(await done(['stats', '--json', '--store', store()]))
    expect(graph.nodes).toHaveLength(stats.nodes.total)
    expect(graph.edges ?? graph.links).toHaveLength(stats.relationships.total)
  })

  it('a second skein serve says where it runs', async () => {
    const { code, stdout } = await skein(['serve', '--store', store()])
    expect(code).toBe(0)
    expect(stdout).toContain(`already served at ${server.url}/ (process ${server.process.pid})`)
  })

  it('only who can read the file beside the store gets in', async () => {
    expect(statSync(serverFile(store())).mode & 0o777).toBe(0o600)
    const ask = async (authorization: string | null) => {
      const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) }
      const answer = await fetch(`${server.url}/api/store`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ op: 'schema' }),
      })
      return answer.status
    }
    const { token } = JSON.parse(readFileSync(serverFile(store()), 'utf8'))
    expect(await ask(`Bearer ${token}`)).toBe(200)
    expect(await ask(`Bearer ${token}x`)).toBe(401)
    expect(await ask(null)).toBe(401)
  })

  const endless = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)'

  it('a query ends at its deadline', async () => {
    const { code, stderr } = await skein(['query', endless, '--timeout', '1', '--store', store()])
    expect([code, stderr]).toEqual([1, 'The query was stopped at its deadline of 1 s.\n'])
    expect(await numberOfPapers(store())).toBe(19)
  })

  it.skipIf(process.platform !== 'linux')('a query ends with Ctrl-C, on the server too', async () => {
    const owner = () =>
      readFileSync(`/proc/${server.process.pid}/task/${server.process.pid}/children`, 'utf8')
    const before = owner()
    const { code, stderr } = await skein(['query', endless, '--store', store()], {
      onStart: (child) => setTimeout(() => child.kill('SIGINT'), 1500),
    })
    expect([code, stderr]).toEqual([1, expect.stringContaining('The query was stopped.')])
    // The engine stops a query only with its process, which is replaced.
    await until(async () => !['', before].includes(owner()))
    expect(await numberOfPapers(store())).toBe(19)
  })

  it('a large ingest can be stopped with Ctrl-C and goes on when it is run again', async () => {
    const path = papers('many.jsonl', 3000)
    const ingest = ['ingest', path, '--tagger', 'fast', '--store', store()]
    const first = await skein(ingest, {
      onStart: (child) => {
        void until(async () => (await papersServed(server)) > 200).then(() => child.kill('SIGINT'))
      },
    })
    expect(first.stderr).toMatch(/Stopping after the batch in hand.*same command again goes on/s)
    expect(first.code).toBe(1)
    const loaded = await papersServed(server)
    expect(loaded).toBeLessThan(3000)
    const { stderr } = await skein(ingest)
    expect(stderr).toContain('3,000 papers, 0 without abstract')
    expect(await papersServed(server)).toBe(3000)
  })

  it('Ctrl-C ends it and takes the file away', async () => {
    const { code, stderr } = await server.stop('SIGINT')
    expect(code, stderr).toBe(0)
    expect(readdirSync(folder).filter((name) => name.startsWith('held.db'))).toEqual(['held.db'])
    expect(await numberOfPapers(store())).toBe(3000)
  })
})

describe('a server that goes', () => {
  it('after SIGTERM leaves no file', async () => {
    const store = place('term.db')
    const server = await startSkein(['serve', '--store', store, '--port', '0'])
    expect(existsSync(serverFile(store))).toBe(true)
    expect((await server.stop('SIGTERM')).code).toBe(0)
    expect(existsSync(serverFile(store))).toBe(false)
  })

  it('after kill -9 leaves one that stops nobody', async () => {
    const store = place('killed.db')
    const server = await startSkein(['serve', '--store', store, '--port', '0'])
    await server.stop('SIGKILL')
    expect(existsSync(serverFile(store))).toBe(true)
    expect(await numberOfPapers(store)).toBe(0)
    const next = await startSkein(['serve', '--store', store, '--port', '0'])
    expect(JSON.parse(readFileSync(serverFile(store), 'utf8')).pid).toBe(next.process.pid)
    await next.stop('SIGTERM')
  })

  it('and whose process number another has got stops nobody', async () => {
    const store = place('reused.db')
    await done(['ingest', papers('one.jsonl', 1), '--store', store])
    writeFileSync(
      serverFile(store),
      JSON.stringify({ url: `http://127.0.0.1:${await closedPort()}/`, token: 'x', pid: process.pid }),
    )
    expect(await numberOfPapers(store)).toBe(1)
  })

  it('in the middle of an ingest fails it in plain words, and the same command goes on', async () => {
    const store = place('going.db')
    const server = await startSkein(['serve', '--store', store, '--port', '0'])
    const path = papers('going.jsonl', 1000)
    const ingest = ['ingest', path, '--tagger', 'fast', '--store', store]
    const cut = skein(ingest)
    await until(async () => (await papersServed(server)) > 0)
    await server.stop('SIGTERM')
    const { code, stderr } = await cut
    expect(code).toBe(1)
    expect(stderr).toMatch(/process \d+\) at http.* stopped answering.*Do the same again/)
    await done(ingest)
    expect(await numberOfPapers(store)).toBe(1000)
  })
})

function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
