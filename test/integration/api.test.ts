import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  Evidence,
  Landscape,
  Neighbourhood,
  PaperDetails,
  Paths,
  SearchResult,
  Stats,
} from '../../graph-ui/api/contract.ts'
import { startServer } from '../../graph-ui/api/index.ts'
import { QueryError, QueryStoppedError, ReadOnlyError, UsageError } from '../../shared/errors.ts'
import { openStore } from '../../shared/graph-store/index.ts'
import { openRemote } from '../../shared/graph-store/remote/index.ts'
import type { GraphStore, NodeWrite } from '../../shared/graph-store/store.ts'
import { conceptId, fieldDelta, hostileName, hostileTitle } from '../fixtures/field.ts'
import { gatewayToken, type RunningExplorer, startExplorer } from '../setup/explorer.ts'

let explorer: RunningExplorer
beforeAll(async () => {
  explorer = await startExplorer((store) => store.apply(fieldDelta))
})
afterAll(async () => {
  await explorer?.close()
})

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`${explorer.url}api/${path}`)
  expect(response.status, path).toBe(200)
  return (await response.json()) as T
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${explorer.url}api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

/** With a Host header of one's own, which `fetch` does not allow. */
function statusFor(headers: Record<string, string>, path = '/api/stats'): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(explorer.url)
    const asked = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end()
  })
}

const concept = (name: string) => encodeURIComponent(`Concept/${conceptId(name)}`)

describe('what the page reads', () => {
  it('counts what the graph holds', async () => {
    const stats = await get<Stats>('stats')
    expect(stats.papers).toBe(8)
    expect(stats.concepts).toEqual([
      { type: 'Method', count: 9 },
      { type: 'Dataset', count: 3 },
      { type: 'Task', count: 3 },
      { type: 'Metric', count: 1 },
    ])
  })

  it.each([
    ['resnet', 'ResNet'],
    ['res net', 'ResNet'],
    ['rsenet', 'ResNet'],
    ['trasnformer', 'Transformer'],
    ['bret', 'BERT'],
    ['cifar10', 'CIFAR-10'],
    ['CIFAR 10', 'CIFAR-10'],
    ['long short term', 'LSTM'],
    ['image clasification', 'image classification'],
    ['imag', 'ImageNet'],
  ])('finds for %s first %s', async (query, name) => {
    const found = await get<SearchResult>(`search?q=${encodeURIComponent(query)}`)
    expect(found.concepts[0]?.name).toBe(name)
  })

  it('shows the same landscape every time, everything at a place of its own', async () => {
    const first = await get<Landscape>('landscape')
    expect(first.nodes.length).toBeGreaterThan(8)
    expect(first.communities.length).toBeGreaterThan(1)
    const places = new Set(first.nodes.map(({ x, y }) => `${x} ${y}`))
    expect(places.size).toBe(first.nodes.length)
    const keys = new Set(first.nodes.map(({ key }) => key))
    expect(first.edges.every(({ source, target }) => keys.has(source) && keys.has(target))).toBe(true)
    const other = await startExplorer((store) => store.apply(fieldDelta))
    try {
      const again = (await (await fetch(`${other.url}api/landscape`)).json()) as Landscape
      expect(again).toEqual(first)
    } finally {
      await other.close()
    }
  })

  it('joins a neighbourhood to what is there without moving it', async () => {
    const around = await get<Neighbourhood>(`neighbourhood?key=${concept('Transformer')}`)
    const names = around.nodes.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Transformer', 'LSTM', 'BERT', 'machine translation']))
    const present = around.nodes.map(({ key, x, y }) => ({ key, x, y }))
    const response = await post('neighbourhood', { key: `Concept/${conceptId('BERT')}`, present })
    const joined = (await response.json()) as Neighbourhood
    for (const { key, x, y } of present) {
      const node = joined.nodes.find((candidate) => candidate.key === key)
      if (node) expect([node.x, node.y]).toEqual([x, y])
    }
    const added = joined.nodes.filter(({ key }) => !present.some((known) => known.key === key))
    expect(added.map(({ name }) => name)).toEqual(expect.arrayContaining(['GLUE', 'ELMo']))
    for (const a of added) {
      for (const b of [...present, ...added]) {
        if (a.key !== b.key) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(30)
      }
    }
  })

  it('keeps to the limit, and each relation gets its turn', async () => {
    const few = await get<Neighbourhood>(`neighbourhood?key=${concept('ResNet')}&limit=4`)
    expect(few.nodes).toHaveLength(5)
    expect(few.truncated).toBe(true)
    expect(new Set(few.edges.map(({ type }) => type)).size).toBeGreaterThan(2)
  })

  it('gives the evidence of an edge with spans that fit', async () => {
    const path = `evidence?type=OUTPERFORMS&from=${concept('ResNet')}&to=${concept('VGG')}`
    const evidence = await get<Evidence>(path)
    expect([evidence.papersFor, evidence.papersAgainst]).toEqual([2, 1])
    for (const { sentence } of evidence.items) {
      const marked = Object.fromEntries(
        sentence.marks.map(({ start, end, role }) => [role, sentence.text.slice(start, end)]),
      )
      expect(marked).toMatchObject({ subject: 'ResNet', object: 'VGG' })
      expect(marked.cue).toContain('outperform')
    }
  })

  it('gives the sentences of a citation', async () => {
    const paper = encodeURIComponent('Paper/arxiv:1512.0001')
    const evidence = await get<Evidence>(`evidence?type=INTRODUCES&from=${paper}&to=${concept('ResNet')}`)
    const [item] = evidence.items
    expect(item?.intent).toBe('introduces')
    const [mark] = item!.sentence.marks
    expect(item!.sentence.text.slice(mark!.start, mark!.end)).toBe('ResNet')
  })

  it('makes no link of an address that is not of the web', async () => {
    const paper = await get<PaperDetails>(`paper?key=${encodeURIComponent('Paper/arxiv:2001.0001')}`)
    expect(paper.title).toBe(hostileTitle)
    expect(paper.url).toBeNull()
    expect(paper.concepts.map(({ name }) => name)).toEqual([hostileName])
  })

  it('ranks paths, the shortest first', async () => {
    const { paths } = await get<Paths>(`paths?from=${concept('BERT')}&to=${concept('machine translation')}`)
    const lengths = paths.map((path) => path.length)
    expect(lengths[0]).toBe(2)
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
    expect(paths[0]!.map(({ edge }) => edge.type)).toEqual(['BASED_ON', 'USED_FOR'])
  })

  it('answers Cypher with rows and with what can be drawn', async () => {
    const cypher = 'MATCH path = (:Method)-[:BASED_ON*1..2]->(:Method) RETURN path'
    const answer = await (await post('cypher', { cypher })).json()
    expect(answer.rows).toHaveLength(3)
    expect(answer.view.nodes).toHaveLength(6)
    expect(answer.view.edges).toHaveLength(3)
  })

  it('tells failures by class, with the place in the query', async () => {
    const wrong = await post('cypher', { cypher: 'MATCH (n\nRETURN n' })
    expect(wrong.status).toBe(400)
    const { error } = await wrong.json()
    expect(error).toMatchObject({ class: 'QueryError', position: expect.any(Number) })
    const write = await post('cypher', { cypher: 'CREATE (n:Paper) RETURN n' })
    expect([write.status, (await write.json()).error.class]).toEqual([403, 'ReadOnlyError'])
    const slow = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS total'
    const late = await post('cypher', { cypher: slow, timeoutMs: 300 })
    expect([late.status, (await late.json()).error]).toMatchObject([408, { reason: 'deadline' }])
  })

  it.each([
    ['search', 400],
    ['search?q=a&limit=9999', 400],
    ['concept?key=nonsense', 400],
    ['concept?key=Concept/Method:nowhere', 404],
    ['evidence?type=CLAIMS&from=Concept/a&to=Concept/b', 400],
    ['nothing-here', 404],
  ])('answers %s with %i and JSON', async (path, status) => {
    const response = await fetch(`${explorer.url}api/${path}`)
    expect(response.status).toBe(status)
    expect((await response.json()).error.message).toEqual(expect.any(String))
  })
})

describe('who may ask what', () => {
  it('answers only under names of this machine', async () => {
    expect(await statusFor({ host: 'localhost:1' })).toBe(200)
    expect(await statusFor({ host: '127.0.0.1' })).toBe(200)
    expect(await statusFor({ host: 'evil.example' })).toBe(403)
    expect(await statusFor({ host: 'localhost.evil.example' })).toBe(403)
  })

  it('refuses pages of other sites', async () => {
    const { host } = new URL(explorer.url)
    expect(await statusFor({ host, origin: `http://${host}` })).toBe(200)
    expect(await statusFor({ host, origin: 'https://evil.example' })).toBe(403)
    expect(await statusFor({ host, origin: 'null' })).toBe(403)
    const form = await fetch(`${explorer.url}api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"cypher":"RETURN 1"}',
    })
    expect(form.status).toBe(400)
  })

  it('sends the page with a policy that lets nothing else in', async () => {
    const response = await fetch(explorer.url)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('http')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    const page = await response.text()
    expect(page).toContain(`content="${nonce}"`)
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
    const other = (await fetch(explorer.url)).headers.get('content-security-policy') ?? ''
    expect(other).not.toBe(policy)
  })

  it('gives no file from outside the page', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2f..%2fpackage.json']) {
      expect(await statusFor({ host: 'localhost' }, path)).toBeLessThan(500)
      const { port } = new URL(explorer.url)
      const text = await new Promise<string>((resolve) => {
        request({ host: '127.0.0.1', port, path }, (response) => {
          let body = ''
          response.on('data', (chunk) => {
            body += chunk
          })
          response.on('end', () => resolve(body))
        }).end()
      })
      expect(text).not.toContain('"devDependencies"')
    }
  })

  it('needs a token to listen elsewhere, and then for everything', async () => {
    const options = { store: explorer.store, storeUrl: 'x', host: '0.0.0.0', port: 0, gatewayToken: 'secret' }
    await expect(startServer({ ...options, token: null })).rejects.toThrow(UsageError)
    const open = await startServer({ ...options, token: 'secret' })
    try {
      expect((await fetch(`${open.url}api/stats`)).status).toBe(401)
      const wrong = await fetch(`${open.url}api/stats`, { headers: { authorization: 'Bearer secrex' } })
      expect(wrong.status).toBe(401)
      const right = await fetch(`${open.url}api/stats`, { headers: { authorization: 'Bearer secret' } })
      expect(right.status).toBe(200)
      expect((await fetch(open.url)).status).toBe(200)
    } finally {
      await open.close()
    }
  })

  it('says with the code of the system that a port is taken', async () => {
    const port = Number(new URL(explorer.url).port)
    const options = {
      store: explorer.store,
      storeUrl: 'x',
      host: '127.0.0.1',
      port,
      token: null,
      gatewayToken,
    }
    await expect(startServer(options)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

describe('the store through the server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'skein-gateway-'))
  let store: GraphStore
  let server: { url: string; close(): Promise<void> }
  let remote: GraphStore
  beforeAll(async () => {
    const path = join(folder, 'graph.db')
    store = await openStore(path)
    await store.ensureSchema()
    server = await startServer({
      store,
      storeUrl: path,
      host: '127.0.0.1',
      port: 0,
      token: null,
      gatewayToken,
    })
    remote = openRemote({ url: server.url, token: gatewayToken, pid: process.pid })
  })
  afterAll(async () => {
    await server?.close()
    await store?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const read = { mode: 'read', timeoutMs: 10_000, maxRows: 100, signal: null } as const

  it('writes, reads and tells the schema', async () => {
    await remote.ensureSchema()
    await remote.apply(fieldDelta)
    const counted = await remote.query('MATCH (p:Paper) RETURN count(p) AS papers', {}, read)
    expect(counted).toMatchObject({ columns: ['papers'], rows: [[8]], truncated: false })
    const { labels } = await remote.schema()
    expect(labels.find(({ label }) => label === 'Claim')?.count).toBeGreaterThan(10)
  })

  it('finds in the search what was written a moment ago', async () => {
    const search = async () =>
      (await (await fetch(`${server.url}api/search?q=Zebranet`)).json()) as SearchResult
    expect((await search()).concepts).toEqual([])
    const properties = { name: 'Zebranet', type: 'Method', aliases: [], papers: 1 }
    const zebra: NodeWrite = { label: 'Concept', id: 'Method:zebranet', labels: ['Method'], properties }
    await remote.apply({ deleteNodes: [], deleteRelationships: [], nodes: [zebra], relationships: [] })
    await expect.poll(async () => (await search()).concepts[0]?.name, { timeout: 5000 }).toBe('Zebranet')
  })

  it('hands errors on as what they are', async () => {
    await expect(remote.query('MATCH (n RETURN n', {}, read)).rejects.toThrow(QueryError)
    await expect(remote.query('CREATE (n:Paper)', {}, read)).rejects.toThrow(ReadOnlyError)
    const slow = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS total'
    const late = remote.query(slow, {}, { ...read, timeoutMs: 300 })
    await expect(late).rejects.toMatchObject({ reason: 'deadline' })
    const stop = new AbortController()
    const stopped = remote.query(slow, {}, { ...read, signal: stop.signal })
    setTimeout(() => stop.abort(), 200)
    await expect(stopped).rejects.toThrow(QueryStoppedError)
    // The server has ended it too: the next query does not wait for the deadline of the one before.
    expect((await remote.query('RETURN 1 AS one', {}, read)).rows).toEqual([[1]])
  })

  it('takes no command without the token', async () => {
    const body = JSON.stringify({ op: 'schema' })
    for (const authorization of ['', 'Bearer wrong', gatewayToken]) {
      const headers = { 'content-type': 'application/json', authorization }
      const response = await fetch(`${server.url}api/store`, { method: 'POST', headers, body })
      expect(response.status).toBe(401)
    }
  })

  it('refuses a change that is none of the vocabulary', async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${gatewayToken}` }
    const delta = { ...fieldDelta, nodes: [{ label: 'Evil', id: 'x', labels: [], properties: {} }] }
    const body = JSON.stringify({ op: 'apply', delta })
    const response = await fetch(`${server.url}api/store`, { method: 'POST', headers, body })
    expect(response.status).toBe(400)
  })
})
