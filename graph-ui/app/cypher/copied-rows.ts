/** Rows as they are copied into other programs. */
import type { Value } from '../../../shared/graph-store/store.ts'
import { tabSeparated } from '../tab-separated.ts'
import { plainText } from './cells.ts'

export function rowsAsTsv(columns: readonly string[], rows: readonly Value[][]): string {
  return tabSeparated([columns, ...rows.map((row) => row.map(plainText))])
}

/** A list of objects by the names of the columns. */
export function rowsAsJson(columns: readonly string[], rows: readonly Value[][]): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])))
  return JSON.stringify(objects, null, 2)
}
