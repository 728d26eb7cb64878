/** Rows as they are copied into other programs. */
import type { Value } from '../../../shared/graph-store/store.ts'
import { plainText } from './cells.ts'

/** Cells between tabs, with the names of the columns above: what spreadsheets take. */
export function rowsAsTsv(columns: readonly string[], rows: readonly Value[][]): string {
  return [columns, ...rows.map((row) => row.map(plainText))]
    .map((cells) => cells.map(tsvCell).join('\t'))
    .join('\n')
}

/** A list of objects by the names of the columns. */
export function rowsAsJson(columns: readonly string[], rows: readonly Value[][]): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])))
  return JSON.stringify(objects, null, 2)
}

/** Text that a spreadsheet would take for a formula gets an apostrophe in front; papers are written by strangers. */
function tsvCell(text: string): string {
  const isNumber = text.trim() !== '' && Number.isFinite(Number(text))
  const safe = !isNumber && /^\s*[=+\-@]/.test(text) ? `'${text}` : text
  return /[\t\n\r"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
