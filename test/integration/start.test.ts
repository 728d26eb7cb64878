/** `skein start`, which `npm start` runs, in a copy of what ships. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../shared/package-root.ts'
import { netPapers } from '../fixtures/net-papers.ts'
import { skein, temporaryFolder } from '../setup/skein.ts'
import { type RunningSkein, startSkein } from '../setup/skein-server.ts'

let folder: string
let remove: () => void
let root: string
let home: string
beforeAll(() => {
  ;({ path: folder, remove } = temporaryFolder())
  root = join(folder, 'skein')
  home = join(folder, 'home')
  cpSync(join(packageRoot, 'dist'), join(root, 'dist'), { recursive: true })
  cpSync(join(packageRoot, 'package.json'), join(root, 'package.json'))
  for (const name of ['models', 'sample']) {
    cpSync(join(packageRoot, 'ingest', name), join(root, 'ingest', name), { recursive: true })
  }
  symlinkSync(join(packageRoot, 'node_modules'), join(root, 'node_modules'))
  mkdirSync(home)
  writeFileSync(join(home, 'mine.jsonl'), netPapers(5))
})
afterAll(() => remove())

const samplePapers = readFileSync(join(packageRoot, 'ingest/sample/landmark-papers.jsonl'), 'utf8')
  .trim()
  .split('\n').length

/** As `npm start` does it: in the project's folder, while the person stands in `home`. */
const asNpm = () => ({
  command: join(root, 'dist/ingest/cli.js'),
  cwd: root,
  env: { INIT_CWD: home, SKEIN_TOKEN: '' },
})

async function asked<T>(server: RunningSkein, path: string): Promise<T> {
  const answer = await fetch(`${server.url}${path}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as T
}

const storesOfTheirOwn = () =>
  existsSync(join(root, '.skein'))
    ? readdirSync(join(root, '.skein')).filter((name) => name.endsWith('.db'))
    : []

describe('skein start', () => {
  it('shows the bundled sample', async () => {
    const server = await startSkein(['start', '--port', '0'], asNpm())
    const page = await fetch(server.url)
    expect(page.headers.get('content-type')).toMatch(/text\/html/)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await page.text()).toContain('<div id="root">')
    const { nodes, edges } = await asked<{ nodes: unknown[]; edges: unknown[] }>(server, '/api/landscape')
    expect(nodes.length).toBeGreaterThan(20)
    expect(edges.length).toBeGreaterThan(20)
    expect((await asked<{ papers: number }>(server, '/api/stats')).papers).toBe(samplePapers)
    const { code, stderr } = await server.stop('SIGINT')
    expect(code, stderr).toBe(0)
    expect(stderr).toContain(`${samplePapers} papers, 0 without abstract (${samplePapers} new`)
    expect(storesOfTheirOwn()).toEqual(['sample.db'])
  })

  it('loads nothing twice, and says where it runs already', async () => {
    const server = await startSkein(['start', '--port', '0'], asNpm())
    const again = await skein(['start', '--port', '0'], asNpm())
    expect(again.code, again.stderr).toBe(0)
    expect(again.stdout).toContain(`Skein explorer: ${server.url}/ (already running`)
    const { stderr } = await server.stop('SIGTERM')
    for (const text of [stderr, again.stderr]) {
      expect(text).toContain(`(0 new, 0 updated, ${samplePapers} unchanged)`)
    }
  })

  it('keeps own papers in a store of their own, found from where the person stands', async () => {
    const server = await startSkein(['start', 'mine.jsonl', '--port', '0'], asNpm())
    expect((await asked<{ papers: number }>(server, '/api/stats')).papers).toBe(5)
    await server.stop('SIGTERM')
    expect(storesOfTheirOwn()).toEqual([expect.stringMatching(/^mine\.jsonl-[0-9a-f]{8}\.db$/), 'sample.db'])
  })

  it('puts a store that is named where the person stands', async () => {
    const server = await startSkein(['start', 'mine.jsonl', '--store', 'named.db', '--port', '0'], asNpm())
    await server.stop('SIGTERM')
    expect(existsSync(join(home, 'named.db'))).toBe(true)
    const other = { ...asNpm(), cwd: home, env: { INIT_CWD: folder, SKEIN_TOKEN: '' } }
    const elsewhere = await startSkein(['start', 'mine.jsonl', '--store', 'other.db', '--port', '0'], other)
    await elsewhere.stop('SIGTERM')
    expect(existsSync(join(home, 'other.db'))).toBe(true)
  })

  it('names a file that is not there', async () => {
    const { code, stderr } = await skein(['start', 'nothing.bib', '--port', '0'], asNpm())
    expect(code).toBe(1)
    expect(stderr).toContain(join(home, 'nothing.bib'))
  })
})

describe('a port that is taken', () => {
  const taken: Server[] = []
  afterAll(() => {
    for (const server of taken) server.close()
  })

  /** Resolves also where another program has it: it is taken then. */
  function take(port: number): Promise<number> {
    return new Promise((resolve) => {
      const server = createServer()
      server.on('error', () => resolve(port))
      server.listen(port, '127.0.0.1', () => {
        taken.push(server)
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : port)
      })
    })
  }

  it('is passed by where it was not asked for', async () => {
    await take(4747)
    const server = await startSkein(['serve', '--store', join(home, 'ports.db')])
    const port = Number(new URL(server.url).port)
    expect(port).toBeGreaterThan(4747)
    expect(port).toBeLessThanOrEqual(4767)
    await server.stop('SIGTERM')
  })

  it('is an error where it was, and leaves nothing behind', async () => {
    const port = await take(0)
    const { code, stderr } = await skein(
      ['start', 'mine.jsonl', '--port', String(port), '--store', 'ports.db'],
      { ...asNpm(), cwd: home },
    )
    expect(stderr).toContain(`Port ${port} is taken; choose another with --port N`)
    expect(code).toBe(2)
    expect(readdirSync(home).filter((name) => name.startsWith('ports.db'))).toEqual(['ports.db'])
  })
})
