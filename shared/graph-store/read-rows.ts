import type { GraphStore, Value } from './store.ts'

/** Reads whose size the caller has bounded, or which are meant to read everything. */
const limits = { mode: 'read', timeoutMs: 300_000, maxRows: Number.MAX_SAFE_INTEGER, signal: null } as const

export async function readRows(
  store: GraphStore,
  cypher: string,
  params: Record<string, unknown>,
): Promise<Value[][]> {
  return (await store.query(cypher, params, limits)).rows
}
