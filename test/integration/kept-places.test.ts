import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Landscape } from '../../graph-ui/api/contract.ts'
import { landscapeOf } from '../../graph-ui/api/graph/landscape.ts'
import { keepPlaces } from '../../graph-ui/api/kept/kept-places.ts'
import { openStore } from '../../shared/graph-store/index.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { fieldDelta } from '../fixtures/field.ts'
import { resultsDelta } from '../fixtures/results.ts'
import { type RunningExplorer, serveStore } from '../setup/explorer.ts'

const root = mkdtempSync(join(tmpdir(), 'skein-places-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const ignored = () => {
  throw new Error('nothing to warn of')
}

function placesIn({ nodes }: Landscape): Map<string, readonly [number, number]> {
  return new Map(nodes.map(({ key, x, y }) => [key, [x, y] as const]))
}

describe('places of the landscape that are kept', () => {
  let store: GraphStore
  let folder: string
  let count = 0
  beforeEach(async () => {
    count++
    folder = join(root, `kept-${count}`)
    store = await openStore(join(root, `graph-${count}.db`))
    await store.ensureSchema()
    await store.apply(fieldDelta)
    return () => store.close()
  })

  it('are the same for the same graph, with a folder that is empty, filled or none', async () => {
    const first = await landscapeOf(store, keepPlaces(folder, ignored))
    expect(await landscapeOf(store, keepPlaces(folder, ignored))).toEqual(first)
    expect(await landscapeOf(store, keepPlaces(null, ignored))).toEqual(first)
    expect(readdirSync(folder)).toEqual(['landscape.json'])
    expect(statSync(join(folder, 'landscape.json')).mode & 0o077).toBe(0)
  })

  it('stay when papers are added, and what is new stands near what it is linked to', async () => {
    const before = placesIn(await landscapeOf(store, keepPlaces(folder, ignored)))
    await store.apply(resultsDelta)
    const grown = await landscapeOf(store, keepPlaces(folder, ignored))
    const after = placesIn(grown)
    const kept = [...after.keys()].filter((key) => before.has(key))
    expect(kept.length).toBeGreaterThan(5)
    for (const key of kept) {
      const [[x, y], [formerX, formerY]] = [after.get(key)!, before.get(key)!]
      expect(Math.hypot(x - formerX, y - formerY), key).toBeLessThan(1)
    }
    expect(new Set([...after.values()].map(String)).size).toBe(after.size)
  })

  it('are laid out anew where their file is broken, which is said once and mended', async () => {
    const first = await landscapeOf(store, keepPlaces(folder, ignored))
    for (const broken of ['{"version":1,"places":[{"key":"Concept/Method:a","x":"1"', '[]', '']) {
      writeFileSync(join(folder, 'landscape.json'), broken)
      const warnings: string[] = []
      const kept = keepPlaces(folder, (warning) => warnings.push(warning))
      expect(await landscapeOf(store, kept)).toEqual(first)
      expect(await landscapeOf(store, kept)).toEqual(first)
      expect(warnings).toEqual([expect.stringContaining('cannot be read')])
      expect(JSON.parse(readFileSync(join(folder, 'landscape.json'), 'utf8')).places).toHaveLength(
        first.nodes.length,
      )
    }
  })

  it('are kept in memory where the folder cannot be made', async () => {
    writeFileSync(folder, '')
    const warnings: string[] = []
    const kept = keepPlaces(folder, (warning) => warnings.push(warning))
    const first = await landscapeOf(store, kept)
    expect(await landscapeOf(store, kept)).toEqual(first)
    expect(warnings).toHaveLength(1)
    expect(await kept.add(new Map())).toBe(false)
  })
})

describe('a landscape that a person arranged', () => {
  let explorer: RunningExplorer
  beforeAll(async () => {
    const store = await openStore(join(root, 'arranged.db'))
    await store.ensureSchema()
    await store.apply(fieldDelta)
    explorer = await serveStore(store)
  })
  afterAll(() => explorer?.close())

  const landscape = async () => (await (await fetch(`${explorer.url}api/landscape`)).json()) as Landscape
  const keep = (places: unknown) =>
    fetch(`${explorer.url}api/places`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ places }),
    })

  it('comes back as it was left', async () => {
    const before = placesIn(await landscape())
    const [moved] = [...before.keys()]
    const answer = await keep([{ key: moved, x: 1234.5, y: -7 }])
    expect(await answer.json()).toEqual({ onDisk: false })
    const after = placesIn(await landscape())
    expect(after).toEqual(new Map(before).set(moved!, [1234.5, -7]))
  })

  it.each([
    [[{ key: 'nothing', x: 0, y: 0 }]],
    [[{ key: 'Concept/a', x: 1e12, y: 0 }]],
    [[{ key: 'Concept/a', x: null, y: 0 }]],
    ['all'],
  ])('takes no %j', async (places) => {
    expect((await keep(places)).status).toBe(400)
  })
})
