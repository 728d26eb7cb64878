/** Reads of the store as the API makes them: bounded, read-only, rows by column name. */
import { UsageError } from '../../../shared/errors.ts'
import type { GraphStore, QueryResult, Value } from '../../../shared/graph-store/store.ts'

const timeoutMs = 15_000
/** More than this is not read at once. */
export const mostRows = 50_000
const idsAtOnce = 5000

export type Row = Record<string, Value>

/** @throws UsageError where there are more rows than are read at once: a part is never taken for the whole */
export async function readRows(
  store: GraphStore,
  cypher: string,
  params: Record<string, unknown>,
  signal: AbortSignal | null = null,
): Promise<Row[]> {
  const rows = await readAtMost(mostRows, store, cypher, params, signal)
  if (rows === null) throw tooMuch()
  return rows
}

/**
 * All rows of a query that begins with `UNWIND $ids AS …`: asked for a part of the ids at a time, each id once.
 * @throws UsageError where one id alone has more rows than are read at once
 */
export async function readRowsOf(
  store: GraphStore,
  ids: readonly string[],
  cypher: string,
  params: Record<string, unknown>,
  signal: AbortSignal | null,
): Promise<Row[]> {
  const parts = partsOf([...new Set(ids)], idsAtOnce)
  const found: Row[] = []
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    const rows = await readAtMost(mostRows, store, cypher, { ...params, ids: part }, signal)
    if (rows !== null) for (const row of rows) found.push(row)
    else if (part.length > 1) parts.unshift(...partsOf(part, Math.ceil(part.length / 2)))
    else throw tooMuch()
  }
  return found
}

/** Null where there are more rows than `most`. */
export async function readAtMost(
  most: number,
  store: GraphStore,
  cypher: string,
  params: Record<string, unknown>,
  signal: AbortSignal | null,
): Promise<Row[] | null> {
  const options = { mode: 'read', timeoutMs, maxRows: most, signal } as const
  const result = await store.query(cypher, params, options)
  return result.truncated ? null : rowsOf(result)
}

function rowsOf({ columns, rows }: QueryResult): Row[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])))
}

function partsOf(ids: readonly string[], size: number): (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, i) => ids.slice(i * size, (i + 1) * size))
}

function tooMuch(): UsageError {
  return new UsageError(
    `This needs more than ${mostRows.toLocaleString('en')} rows of the graph at once. Ask for a smaller part of it.`,
  )
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
