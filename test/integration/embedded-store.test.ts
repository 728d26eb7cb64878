import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { StoreUnavailableError, UsageError } from '../../shared/errors.ts'
import { openStore } from '../../shared/graph-store/index.ts'
import type { GraphDelta } from '../../shared/graph-store/store.ts'
import { packageRoot } from '../../shared/package-root.ts'

const folder = mkdtempSync(join(tmpdir(), 'skein-embedded-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = { mode: 'read', timeoutMs: 30_000, maxRows: 10, signal: null } as const
const isRoot = process.getuid?.() === 0
const endless =
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 100000) AS c RETURN sum(a + b + c)'

function papers(count: number, from = 0): GraphDelta {
  const nodes = Array.from({ length: count }, (_, i) => ({
    label: 'Paper' as const,
    id: `p${from + i}`,
    labels: [],
    properties: { year: 2000 },
  }))
  return { deleteRelationships: [], deleteNodes: [], nodes, relationships: [] }
}

/** The processes that hold a store, as the system lists them. */
function ownersOf(path: string): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,args='], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  }).split('\n')
  return lines
    .filter((line) => /owner\.[jt]s /.test(line) && line.includes(path))
    .map((line) => Number.parseInt(line, 10))
}

/** Another program with the store open, which says `open` and then does nothing. */
async function otherProgram(path: string): Promise<ChildProcess> {
  const index = JSON.stringify(join(packageRoot, 'shared/graph-store/index.ts'))
  const delta = JSON.stringify(papers(500))
  const script = `const { openStore } = await import(${index})
const store = await openStore(${JSON.stringify(path)})
await store.ensureSchema()
await store.apply(${delta})
console.log('open')
setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout!, 'data')
  return child
}

describe('an embedded store', () => {
  it('outlives its process, in the middle of reads and writes', async () => {
    const path = join(folder, 'killed.db')
    const store = await openStore(path)
    await store.ensureSchema()
    for (let step = 0; step < 10; step++) {
      const busy = [
        store.apply(papers(400, step * 400)),
        store.query('MATCH (p:Paper) RETURN count(p)', {}, read),
      ]
      await new Promise((resolve) => setTimeout(resolve, step * 10))
      for (const owner of ownersOf(path)) process.kill(owner, 'SIGKILL')
      await Promise.all(busy)
    }
    expect((await store.query('MATCH (p:Paper) RETURN count(p)', {}, read)).rows).toEqual([[4000]])
    await store.close()
    expect(ownersOf(path)).toEqual([])
  })

  it('keeps what it has said it wrote when its program is killed, and lets the next one in', async () => {
    const path = join(folder, 'orphan.db')
    const program = await otherProgram(path)
    program.kill('SIGKILL')
    await once(program, 'exit')
    const store = await openStore(path)
    expect((await store.query('MATCH (p:Paper) RETURN count(p)', {}, read)).rows).toEqual([[500]])
    await store.close()
  })

  it('names the program that holds it', async () => {
    const path = join(folder, 'held.db')
    const program = await otherProgram(path)
    const error = await openStore(path).catch((reason: unknown) => reason)
    program.kill('SIGKILL')
    expect(error).toBeInstanceOf(StoreUnavailableError)
    expect((error as Error).message).toContain(`process ${program.pid}`)
  })

  it('stops the query that takes too much memory, and answers others', async () => {
    const store = await openStore(join(folder, 'memory.db'), { memoryLimitBytes: 600 * 2 ** 20 })
    await store.apply(papers(10))
    const greedy = store.query('UNWIND range(1, 50000000) AS x RETURN size(collect([x, x, x]))', {}, read)
    const [first, second] = await Promise.allSettled([
      greedy,
      store.query('MATCH (p:Paper) RETURN count(p)', {}, read),
    ])
    expect(first).toMatchObject({
      status: 'rejected',
      reason: { name: 'QueryStoppedError', reason: 'memory' },
    })
    expect(second).toMatchObject({ status: 'fulfilled', value: { rows: [[10]] } })
    expect((await store.query('MATCH (p:Paper) RETURN count(p)', {}, read)).rows).toEqual([[10]])
    await store.close()
  })

  it('ends several endless queries, each at its own deadline, and closes under them', async () => {
    const store = await openStore(join(folder, 'several.db'))
    const order: number[] = []
    const runs = [1500, 500, 3000].map((timeoutMs) =>
      store.query(endless, {}, { ...read, timeoutMs }).catch((error: unknown) => {
        order.push(timeoutMs)
        return error
      }),
    )
    for (const error of await Promise.all(runs)) expect(error).toMatchObject({ reason: 'deadline' })
    expect(order).toEqual([500, 1500, 3000])
    const last = store.query(endless, {}, read).catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await store.close()
    expect(await last).toBeInstanceOf(StoreUnavailableError)
  })

  it('undoes a writing query that passes its deadline', async () => {
    const store = await openStore(join(folder, 'undone.db'))
    const write = { ...read, mode: 'write' as const, timeoutMs: 700 }
    await expect(store.query(`CREATE (:Half) WITH 1 AS one ${endless}`, {}, write)).rejects.toMatchObject({
      reason: 'deadline',
    })
    expect((await store.query('MATCH (n:Half) RETURN count(n)', {}, read)).rows).toEqual([[0]])
    await store.close()
  })
})

describe('a place that cannot hold a store', () => {
  const text = join(folder, 'notes.txt')
  writeFileSync(text, 'not a store\n'.repeat(100))
  mkdirSync(join(folder, 'papers'))
  mkdirSync(join(folder, 'locked'))
  const locked = join(folder, 'locked', 'skein.db')
  chmodSync(join(folder, 'locked'), 0o500)

  it.each([
    { what: 'a folder', path: join(folder, 'papers'), message: /papers is a folder.*skein\.db/ },
    {
      what: 'a folder that is not there',
      path: join(folder, 'no/such/skein.db'),
      message: /no folder .*no\/such/,
    },
    { what: 'another file', path: text, message: /notes\.txt is not a store/ },
    { what: 'a path through a file', path: join(text, 'skein.db'), message: /notes\.txt is not a folder/ },
  ])('is refused: $what', async ({ path, message }) => {
    const error = await openStore(path).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(StoreUnavailableError)
    expect((error as Error).message).toMatch(message)
    expect(readFileSync(text, 'utf8')).toBe('not a store\n'.repeat(100))
  })

  // The superuser may write anywhere.
  it.skipIf(isRoot)('is refused: a folder without the right to write', async () => {
    await expect(openStore(locked)).rejects.toThrow(/cannot be written to/)
  })

  it('is refused: a path of the system that takes no files', async () => {
    await expect(openStore('/proc/skein.db')).rejects.toThrow(StoreUnavailableError)
  })

  it.each(['http://localhost:7474', 'mysql://x', 'ftp://host/skein.db', ''])(
    'is refused as no store at all: %s',
    async (url) => {
      await expect(openStore(url)).rejects.toThrow(UsageError)
    },
  )
})
