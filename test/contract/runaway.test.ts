import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { stores } from './stores.ts'

const read = { mode: 'read', timeoutMs: 30_000, maxRows: 10, signal: null } as const
const cartesian =
  'MATCH (a:Paper), (b:Paper), (c:Paper), (d:Paper) RETURN sum(a.year * b.year + c.year * d.year)'
const papers = Array.from({ length: 3000 }, (_, i) => ({
  label: 'Paper' as const,
  id: `p${i}`,
  labels: [],
  properties: { year: 2000 + (i % 20) },
}))

describe.each(stores)('a query that would run for ever on $name', ({ skip, open }) => {
  let store: GraphStore
  beforeAll(async () => {
    if (skip !== null) return
    store = await open()
    await store.apply({ deleteRelationships: [], deleteNodes: [], nodes: papers, relationships: [] })
  })
  afterAll(() => store?.close())

  it.skipIf(skip !== null)('ends at its deadline while others are answered, before and after', async () => {
    let ended = false
    const runaway = store.query(cartesian, {}, { ...read, timeoutMs: 2000 }).then(
      () => null,
      (error: unknown) => error,
    )
    const watched = runaway.finally(() => {
      ended = true
    })
    let meanwhile = 0
    while (!ended) {
      const { rows } = await store.query('MATCH (p:Paper {id: $id}) RETURN p.year', { id: 'p7' }, read)
      expect(rows).toEqual([[2007]])
      if (!ended) meanwhile++
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(await watched).toMatchObject({ name: 'QueryStoppedError', reason: 'deadline' })
    expect(meanwhile).toBeGreaterThan(3)
    const { rows } = await store.query('MATCH (p:Paper) RETURN count(p)', {}, read)
    expect(rows).toEqual([[3000]])
  })

  it.skipIf(skip !== null)('loses no change that is written at the same time', async () => {
    const runaways = [500, 1500].map((timeoutMs) =>
      store.query(cartesian, {}, { ...read, timeoutMs }).catch((error: unknown) => error),
    )
    for (let step = 0; step < 30; step++) {
      await store.apply({
        deleteRelationships: [],
        deleteNodes: [],
        nodes: [{ label: 'Claim', id: `c${step}`, labels: [], properties: { year: step } }],
        relationships: [],
      })
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    for (const error of await Promise.all(runaways)) expect(error).toMatchObject({ reason: 'deadline' })
    expect((await store.query('MATCH (c:Claim) RETURN count(c), sum(c.year)', {}, read)).rows).toEqual([
      [30, 435],
    ])
  })
})
