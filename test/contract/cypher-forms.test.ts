import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore } from '../../shared/graph-store/store.ts'
import { packageRoot } from '../../shared/package-root.ts'
import { type CypherForm, cypherForms } from './cypher-forms.ts'
import { fixtureGraph } from './fixture-graph.ts'
import { type FormResult, formsTable } from './forms-table.ts'
import { plain } from './plain-values.ts'
import { stores } from './stores.ts'

const limits = { mode: 'read', timeoutMs: 20_000, maxRows: 1000, signal: null } as const

async function answer(store: GraphStore, { cypher, params }: CypherForm): Promise<unknown[][]> {
  const rows = (await store.query(cypher, params ?? {}, limits)).rows.map((row) => row.map(plain))
  return /ORDER BY(?![^{]*})/i.test(cypher) ? rows : inAnyOrder(rows)
}

function inAnyOrder(rows: unknown[][]): unknown[][] {
  return rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

const results: FormResult[] = []

/** For whoever wants to see what ran where; `npm test` leaves it in test/results. */
afterAll(() => {
  const folder = join(packageRoot, 'test/results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'cypher-forms.md'), formsTable(cypherForms, stores, results))
})

describe.each(stores)('Cypher on $name', ({ name, skip, open }) => {
  let store: GraphStore
  beforeAll(async () => {
    if (skip !== null) return
    store = await open()
    await store.apply(fixtureGraph)
  })
  afterAll(() => store?.close())

  describe.each(cypherForms)('$group', ({ forms }) => {
    it.skipIf(skip !== null).each(forms)('$name', async (form) => {
      const { cypher, differs } = form
      const expected = differs?.[name] ?? { rows: form.rows }
      const result: FormResult = { form, store: name, passed: false }
      results.push(result)
      if ('error' in expected) {
        await expect(answer(store, form)).rejects.toMatchObject({ name: expected.error })
      } else {
        const ordered = /ORDER BY(?![^{]*})/i.test(cypher)
        expect(await answer(store, form)).toEqual(ordered ? expected.rows : inAnyOrder(expected.rows))
      }
      result.passed = true
    })
  })
})
