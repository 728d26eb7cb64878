import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchResult, StoredView } from '../../graph-ui/api/contract.ts'
import { startServer } from '../../graph-ui/api/index.ts'
import { QueryError, QueryStoppedError, ReadOnlyError, UsageError } from '../../shared/errors.ts'
import { openStore } from '../../shared/graph-store/index.ts'
import { openRemote } from '../../shared/graph-store/remote/index.ts'
import type { GraphDelta, GraphStore, NodeWrite } from '../../shared/graph-store/store.ts'
import { fieldDelta } from '../fixtures/field.ts'
import { resultsDelta } from '../fixtures/results.ts'
import { gatewayToken, type RunningExplorer, startExplorer } from '../setup/explorer.ts'

let explorer: RunningExplorer
beforeAll(async () => {
  explorer = await startExplorer((store) => store.apply(fieldDelta))
})
afterAll(async () => {
  await explorer?.close()
})

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
    expect(await statusFor({ host, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await statusFor({ host, 'sec-fetch-site': 'same-origin' })).toBe(200)
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

  it('says that an address with a broken escape is none', async () => {
    expect(await statusFor({ host: 'localhost' }, '/%')).toBe(400)
    expect(await statusFor({ host: 'localhost' }, '/assets/%E0%A4%A')).toBe(400)
  })

  it('takes no request that is far too large', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': String(2 ** 30) }
      const { port } = new URL(explorer.url)
      const asked = request(
        { host: '127.0.0.1', port, path: '/api/view', method: 'POST', headers },
        (response) => {
          resolve(response.statusCode ?? 0)
          asked.destroy()
        },
      )
      asked.on('error', reject)
      asked.flushHeaders()
    })
    expect(status).toBe(413)
  })

  it('needs a token to listen elsewhere, and then for everything', async () => {
    const options = {
      store: explorer.store,
      storeUrl: 'x',
      host: '0.0.0.0',
      port: 0,
      gatewayToken: 'secret',
      ingest: null,
      keepFolder: null,
    }
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
      ingest: null,
      keepFolder: null,
    }
    await expect(startServer(options)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

describe('a picture with more edges than are read at once', () => {
  const size = 240
  const ids = Array.from({ length: size }, (_, i) => `Method:m${i}`)
  const dense: GraphDelta = {
    deleteRelationships: [],
    deleteNodes: [],
    nodes: ids.map((id) => ({
      label: 'Concept',
      id,
      labels: ['Method'],
      properties: { name: id, type: 'Method', aliases: [], papers: 1 },
    })),
    relationships: ids.flatMap((from) =>
      ids
        .filter((to) => to !== from)
        .map((to) => ({
          type: 'OUTPERFORMS' as const,
          from: { label: 'Concept' as const, id: from },
          to: { label: 'Concept' as const, id: to },
          properties: { papers: 1, claims: 1, against: 0, confidence: 0.9 },
        })),
    ),
  }

  it('is given whole', async () => {
    const large = await startExplorer((store) => store.apply(dense))
    try {
      const response = await fetch(`${large.url}api/view`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ nodes: ids.map((id) => `Concept/${id}`) }),
      })
      const { nodes, edges, missing } = (await response.json()) as StoredView
      expect([nodes.length, edges.length, missing]).toEqual([size, size * (size - 1), 0])
    } finally {
      await large.close()
    }
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
      ingest: null,
      keepFolder: null,
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
    expect(await remote.count('MATCH (p:Paper) RETURN p', {}, { timeoutMs: 10_000, signal: null })).toBe(8)
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

  it('lists at once what was written a moment ago, of all the graph', async () => {
    const totals = () =>
      Promise.all(
        ['contradictions', 'leaderboards'].map(async (list) => {
          const { total } = (await (await fetch(`${server.url}api/${list}`)).json()) as { total: number }
          return total
        }),
      )
    expect(await totals()).toEqual([1, 0])
    await remote.apply(resultsDelta)
    expect(await totals()).toEqual([2, 3])
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
