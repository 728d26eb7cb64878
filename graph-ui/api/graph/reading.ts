/** Reads of the store as the API makes them: bounded, read-only, rows by column name. */
import type { GraphStore, Value } from '../../../shared/graph-store/store.ts'

const timeoutMs = 15_000
const maxRows = 50_000

export type Row = Record<string, Value>

export async function readRows(
  store: GraphStore,
  cypher: string,
  params: Record<string, unknown>,
  signal: AbortSignal | null = null,
): Promise<Row[]> {
  const { columns, rows } = await store.query(cypher, params, { mode: 'read', timeoutMs, maxRows, signal })
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])))
}

export function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value)
}

export function textOrNull(value: Value | undefined): string | null {
  return typeof value === 'string' ? value : null
}

export function number(value: Value | undefined): number {
  return numberOrNull(value) ?? 0
}

export function numberOrNull(value: Value | undefined): number | null {
  return typeof value === 'number' ? value : null
}

export function texts(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

export function numbers(value: Value | undefined): number[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : []
}
