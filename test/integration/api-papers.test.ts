/** Papers that come in through the API, read by the fast tier. */
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  Contradictions,
  Leaderboards,
  PaperEvent,
  SearchResult,
  Stats,
} from '../../graph-ui/api/contract.ts'
import { ingestInto } from '../../ingest/ingest.ts'
import { shippedModels } from '../../ingest/model-files.ts'
import { parseOverrides } from '../../ingest/resolution/overrides.ts'
import { openRemote } from '../../shared/graph-store/remote/index.ts'
import type { IngestPapers } from '../../shared/ingest-papers.ts'
import { netPapers } from '../fixtures/net-papers.ts'
import { gatewayToken, type RunningExplorer, startExplorer } from '../setup/explorer.ts'

const bytes = { 'content-type': 'application/octet-stream' }

function send(url: string, name: string, body: string, headers: Record<string, string> = bytes) {
  return fetch(`${url}api/papers?${new URLSearchParams({ name })}`, { method: 'POST', headers, body })
}

async function eventsOf(response: Response): Promise<PaperEvent[]> {
  expect(response.headers.get('content-type')).toMatch(/^application\/x-ndjson/)
  const lines = (await response.text()).trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as PaperEvent)
}

async function taken(url: string, name: string, body: string): Promise<PaperEvent[]> {
  const response = await send(url, name, body)
  expect(response.status).toBe(200)
  return eventsOf(response)
}

async function get<T>(url: string, path: string): Promise<T> {
  return (await (await fetch(`${url}api/${path}`)).json()) as T
}

const bibtex = `@article{one, title = {FooNet: a network}, year = 2019, abstract = {We propose FooNet, which outperforms BarNet on ImageNet.}}
@article{broken, title = {Without an end
@article{two, title = {QuuxNet}, year = 2020, abstract = {We propose QuuxNet. QuuxNet outperforms FooNet on CIFAR-10.}}
`

describe('papers brought in through the API', () => {
  const overrides = parseOverrides('{"rename": {"Method:foonet": "FooNet of ours"}}', 'mine.json')
  let explorer: RunningExplorer
  beforeAll(async () => {
    explorer = await startExplorer(
      async () => {},
      (store) => ingestInto(store, () => ({ tagger: 'fast', models: shippedModels, overrides })),
    )
  })
  afterAll(() => explorer.close())

  it('are read by the readers of the command line, with their problems and the server’s decisions', async () => {
    expect((await get<Stats>(explorer.url, 'stats')).canIngest).toBe(true)
    const events = await taken(explorer.url, '../my/refs.bib', bibtex)
    expect(events[0]?.kind).toBe('progress')
    const kinds = events.map(({ kind }) => kind)
    expect(kinds.slice(-2)).toEqual(['settling', 'done'])
    const problem = events.find((event) => event.kind === 'problem')
    expect(problem).toMatchObject({ where: 'refs.bib, line 2' })
    const done = events.at(-1)
    expect(done).toMatchObject({ papers: 2, added: 2, problems: 1, stopped: false })
    expect(done?.kind === 'done' && done.addedIds).toEqual(['refs.bib#one', 'refs.bib#two'])
    expect(done?.kind === 'done' && done.addedConceptIds).toContain('Method:foonet')
    const { concepts } = await get<SearchResult>(explorer.url, 'search?q=foonet')
    expect(concepts.map(({ name }) => name)).toContain('FooNet of ours')
  })

  it('keep the decisions of the server’s start, and are not taken twice', async () => {
    const again = await taken(explorer.url, 'refs.bib', bibtex)
    expect(again.at(-1)).toMatchObject({ added: 0, updated: 0, unchanged: 2, addedIds: [], addedConcepts: 0 })
    const json = await taken(explorer.url, 'nets.jsonl', netPapers(3))
    expect(json.at(-1)).toMatchObject({ added: 3, problems: 0 })
    const { concepts } = await get<SearchResult>(explorer.url, 'search?q=foonet')
    expect(concepts.map(({ name }) => name)).toContain('FooNet of ours')
  })

  it('show at once in the lists that are kept of all the graph', async () => {
    const lists = async () => {
      const { pairs } = await get<Contradictions>(explorer.url, 'contradictions')
      const { datasets } = await get<Leaderboards>(explorer.url, 'leaderboards')
      return [
        pairs.map(({ sides }) => sides.map(({ concept }) => concept.name)),
        datasets.map(({ name }) => name),
      ]
    }
    const [disputed, measured] = await lists()
    expect([disputed, measured]).toEqual([[], expect.not.arrayContaining(['SQuAD'])])
    const text = 'BarNet outperforms FooNet. On SQuAD, BarNet reaches 91.2 F1.'
    await taken(explorer.url, 'again.bib', `@article{three, title = {BarNet again}, abstract = {${text}}}`)
    expect(await lists()).toEqual([[['BarNet', 'FooNet of ours']], expect.arrayContaining(['SQuAD'])])
  })

  it('replace nothing where they are pasted', async () => {
    const entry = (title: string) =>
      `@article{smith, title = {${title}}, abstract = {We propose a method for parsing called ${title}.}}`
    await taken(explorer.url, 'pasted text', entry('Alpha'))
    const second = await taken(explorer.url, 'pasted text', entry('Beta'))
    expect(second.at(-1)).toMatchObject({ added: 1 })
    const counted = await explorer.store.count(
      "MATCH (p:Paper) WHERE p.title IN ['Alpha', 'Beta'] RETURN p",
      {},
      { timeoutMs: 10_000, signal: null },
    )
    expect(counted).toBe(2)
  })

  it('say what cannot be read, in the words of the reader', async () => {
    const events = await taken(explorer.url, 'paper.pdf', '%PDF-1.4 and more')
    expect(events.at(-1)).toMatchObject({
      kind: 'failed',
      failure: {
        error: {
          class: 'InputError',
          message: expect.stringContaining('Cannot read paper.pdf: it is a PDF'),
        },
      },
    })
  })

  it('are refused from other pages, as another type, without a name, and when they are too many', async () => {
    expect((await send(explorer.url, 'a', 'x', { ...bytes, origin: 'https://evil.example' })).status).toBe(
      403,
    )
    expect((await send(explorer.url, 'a', 'x', { 'content-type': 'text/plain' })).status).toBe(400)
    expect((await send(explorer.url, 'a', '{}', { 'content-type': 'application/json' })).status).toBe(400)
    expect((await send(explorer.url, '', 'x')).status).toBe(400)
    const elsewhere = await fetch(`${explorer.url}api/view`, { method: 'POST', headers: bytes, body: '{}' })
    expect(elsewhere.status).toBe(400)
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { ...bytes, 'content-length': String(2 ** 31) }
      const asked = request(`${explorer.url}api/papers?name=a`, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode ?? 0)
        asked.destroy()
      })
      asked.on('error', reject)
      asked.flushHeaders()
    })
    expect(status).toBe(413)
  })
})

describe('papers that take a while', () => {
  /** Ends only when it is told to. */
  const slow: IngestPapers = (_source, tell, signal) =>
    new Promise((resolve) => {
      tell({ kind: 'progress', papers: 1, fraction: 0.5 })
      const numbers = { papers: 1, withoutAbstract: 0, added: 1, updated: 0, unchanged: 0, problems: 0 }
      const concepts = { addedConcepts: 0, addedConceptIds: [] }
      signal.addEventListener('abort', () =>
        resolve({ ...numbers, ...concepts, stopped: true, addedIds: ['a'] }),
      )
    })
  const stop = (url: string) =>
    fetch(`${url}api/papers/stop`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })

  it('have others wait, and end with what came in when they are stopped', async () => {
    const explorer = await startExplorer(
      async () => {},
      () => slow,
    )
    try {
      const first = await send(explorer.url, 'first.bib', 'x')
      const second = await send(explorer.url, 'second.bib', 'x')
      expect(second.status).toBe(409)
      expect(await second.json()).toMatchObject({ error: { class: 'BusyError' } })
      const other = openRemote({ url: explorer.url, token: gatewayToken, pid: process.pid })
      await expect(other.ensureSchema()).rejects.toThrow('Papers are being brought in from the page')
      expect((await stop(explorer.url)).status).toBe(200)
      expect((await eventsOf(first)).at(-1)).toMatchObject({ kind: 'done', added: 1, stopped: true })
      await other.ensureSchema()
      expect((await send(explorer.url, 'third.bib', 'x')).status).toBe(409)
    } finally {
      await explorer.close()
    }
  })

  it('end when nobody waits for them any more', async () => {
    let stopped = false
    const explorer = await startExplorer(
      async () => {},
      () => async (source, tell, signal) => {
        const outcome = await slow(source, tell, signal)
        stopped = true
        return outcome
      },
    )
    const gone = new AbortController()
    try {
      const url = `${explorer.url}api/papers?name=a`
      await fetch(url, { method: 'POST', headers: bytes, body: 'x', signal: gone.signal })
      gone.abort()
      await expect.poll(() => stopped).toBe(true)
    } finally {
      await explorer.close()
    }
  })

  it('are not there where that is turned off', async () => {
    const explorer = await startExplorer(async () => {})
    try {
      expect((await get<Stats>(explorer.url, 'stats')).canIngest).toBe(false)
      const refused = await send(explorer.url, 'a.bib', 'x')
      expect(refused.status).toBe(404)
      expect(await refused.json()).toMatchObject({
        error: { message: expect.stringContaining('turned off') },
      })
      expect((await stop(explorer.url)).status).toBe(404)
    } finally {
      await explorer.close()
    }
  })
})
