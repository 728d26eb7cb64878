/** An ingest that is cut short, run again, gives the same graph as one that was not. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { netPapers } from '../fixtures/net-papers.ts'
import { skein, temporaryFolder } from '../setup/skein.ts'

let folder: string
let remove: () => void
let papers: string
let whole: string

beforeAll(async () => {
  ;({ path: folder, remove } = temporaryFolder())
  papers = join(folder, 'papers.jsonl')
  writeFileSync(papers, netPapers(1500))
  const store = join(folder, 'whole.db')
  const { code, stderr } = await skein(['ingest', papers, '--store', store])
  expect(code, stderr).toBe(0)
  whole = await exported(store)
})
afterAll(() => remove())

async function exported(store: string): Promise<string> {
  const out = join(folder, 'exported.json')
  const { code, stderr } = await skein(['export', '--format', 'json', '--out', out, '--store', store])
  expect(code, stderr).toBe(0)
  return readFileSync(out, 'utf8')
}

/** Ingests, and sends a signal once the store holds something. */
function interrupted(store: string, signal: NodeJS.Signals) {
  return skein(['ingest', papers, '--store', store], {
    onStart: (child) => {
      const timer = setInterval(() => {
        if (!existsSync(store)) return
        clearInterval(timer)
        setTimeout(() => child.kill(signal), 400)
      }, 20)
      child.on('exit', () => clearInterval(timer))
    },
  })
}

describe('the same command again', () => {
  it('after Ctrl-C, which says how to go on', async () => {
    const store = join(folder, 'ctrl-c.db')
    const { code, stderr } = await interrupted(store, 'SIGINT')
    expect(stderr).toMatch(/Stopping after the batch in hand/)
    expect(stderr).toMatch(/same command again goes on/)
    expect(code).toBe(1)
    const again = await skein(['ingest', papers, '--store', store])
    expect(again.code, again.stderr).toBe(0)
    expect(again.stderr).toMatch(/1,500 papers/)
    expect((await exported(store)) === whole).toBe(true)
  })

  it('after kill -9', async () => {
    const store = join(folder, 'kill.db')
    const { code } = await interrupted(store, 'SIGKILL')
    expect(code).toBeNull()
    const again = await skein(['ingest', papers, '--store', store])
    expect(again.code, again.stderr).toBe(0)
    expect((await exported(store)) === whole).toBe(true)
  })

  it('when nothing was cut short, changes nothing', async () => {
    const store = join(folder, 'whole.db')
    const again = await skein(['ingest', papers, '--store', store])
    expect(again.stderr).toMatch(/0 new, 0 updated, 1,500 unchanged/)
    expect((await exported(store)) === whole).toBe(true)
  })
})

describe('a full disk', () => {
  it.skipIf(!existsSync('/dev/full'))('is told where a file is written', async () => {
    const { code, stderr } = await skein([
      'export',
      '--format',
      'json',
      '--out',
      '/dev/full',
      '--store',
      join(folder, 'whole.db'),
    ])
    expect(code).toBe(1)
    expect(stderr).toMatch(/\/dev\/full cannot be written \(ENOSPC\)/)
  })

  it.skipIf(!canMount())(
    'in the middle of an ingest ends it with an error, and room again lets it go on',
    async () => {
      const small = join(folder, 'small')
      mkdirSync(small)
      mount(small, 'size=1m')
      try {
        const store = join(small, 'x.db')
        const full = await skein(['ingest', papers, '--store', store])
        expect(full.code).toBe(1)
        expect(full.stderr).not.toMatch(/did not expect/)
        expect(full.stderr).toMatch(/space|full/i)
        mount(small, 'remount,size=500m')
        const again = await skein(['ingest', papers, '--store', store])
        expect(again.code, again.stderr).toBe(0)
        expect((await exported(store)) === whole).toBe(true)
      } finally {
        execFileSync('umount', ['-l', small])
      }
    },
  )
})

function mount(path: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'pipe' })
}

/** A small file system needs the right to mount one. */
function canMount(): boolean {
  const trial = temporaryFolder()
  try {
    mount(trial.path, 'size=1m')
    execFileSync('umount', [trial.path])
    return true
  } catch {
    return false
  } finally {
    trial.remove()
  }
}
