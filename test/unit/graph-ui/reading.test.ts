import { describe, expect, it } from 'vitest'
import { mostRows, readRows, readRowsOf } from '../../../graph-ui/api/graph/reading.ts'
import { UsageError } from '../../../shared/errors.ts'
import type { GraphStore, QueryResult } from '../../../shared/graph-store/store.ts'

/** A store that gives so many rows for each id. */
function storeOf(rowsOf: (id: string) => number): { store: GraphStore; asked: number[] } {
  const asked: number[] = []
  const store = {
    query: async (_: string, params: { ids: string[] }, { maxRows }: { maxRows: number }) => {
      asked.push(params.ids.length)
      const rows = params.ids.flatMap((id) => Array.from({ length: rowsOf(id) }, () => [id]))
      const result: Partial<QueryResult> = { columns: ['id'], rows, truncated: rows.length > maxRows }
      return { ...result, rows: rows.slice(0, maxRows) }
    },
  }
  return { store: store as unknown as GraphStore, asked }
}
const ids = Array.from({ length: 7 }, (_, i) => `n${i}`)

describe('reads of the store', () => {
  it('are made at once where they are small', async () => {
    const { store, asked } = storeOf(() => 2)
    expect(await readRowsOf(store, ids, '', {}, null)).toHaveLength(14)
    expect(asked).toEqual([7])
  })

  it('are made in parts where they are large, in the order of the ids', async () => {
    const { store } = storeOf(() => mostRows / 2)
    const rows = await readRowsOf(store, ids, '', {}, null)
    expect(rows).toHaveLength((7 * mostRows) / 2)
    expect([...new Set(rows.map(({ id }) => id))]).toEqual(ids)
  })

  it('are made of nothing where there are no ids', async () => {
    expect(await readRowsOf(storeOf(() => 1).store, [], '', {}, null)).toEqual([])
  })

  it('fail where one part is too large, and are never cut', async () => {
    const { store } = storeOf((id) => (id === 'n3' ? mostRows + 1 : 1))
    await expect(readRowsOf(store, ids, '', {}, null)).rejects.toThrow(UsageError)
    await expect(readRows(store, '', { ids })).rejects.toThrow(UsageError)
  })
})
