/** The rows of a query as a table for people and as CSV. */
import type { QueryResult, Value } from '../../shared/graph-store/store.ts'

/** Escape codes and line breaks in paper text must not reach a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const controlCharacters = /[\u0000-\u001f\u007f-\u009f]+/g

/** One value in a cell, as Cypher would write it; text without quotes. */
export function cell(value: Value): string {
  if (typeof value === 'string') return value
  return inner(value)
}

function inner(value: Value): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(inner).join(', ')}]`
  if (isKind(value, 'node')) {
    const { labels, properties } = value as { labels: string[]; properties: Record<string, Value> }
    const shown = properties.name ?? properties.title ?? properties.id
    return `(:${labels.join(':')}${shown === undefined ? '' : ` ${inner(shown)}`})`
  }
  if (isKind(value, 'relationship')) return `[:${(value as { type: string }).type}]`
  if (isKind(value, 'path')) {
    const { nodes, relationships } = value as unknown as { nodes: Value[]; relationships: Value[] }
    return nodes
      .map((node, i) => inner(node) + (i < relationships.length ? `-${inner(relationships[i]!)}-` : ''))
      .join('')
  }
  return `{${Object.entries(value)
    .map(([key, entry]) => `${key}: ${inner(entry as Value)}`)
    .join(', ')}}`
}

function isKind(value: object, kind: string): boolean {
  return 'kind' in value && value.kind === kind
}

/** @param width columns of the terminal; cells are cut so that a row fits */
export function toTable(result: QueryResult, width: number): string {
  const rows = result.rows.map((row) => row.map((value) => cell(value).replace(controlCharacters, ' ')))
  if (result.columns.length === 0) return 'Done.\n'
  const natural = result.columns.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]!.length)))
  const widths = narrow(natural, width - 3 * (natural.length - 1))
  const line = (cells: string[]) =>
    cells
      .map((text, i) => cut(text, widths[i]!))
      .join(' │ ')
      .trimEnd()
  const rule = widths.map((n) => '─'.repeat(n)).join('─┼─')
  const count = `${rows.length} row${rows.length === 1 ? '' : 's'}`
  return `${[line(result.columns), rule, ...rows.map(line), count].join('\n')}\n`
}

/** Narrows the widest columns until all fit; none gets narrower than 8. */
function narrow(natural: number[], available: number): number[] {
  const widths = [...natural]
  for (let total = widths.reduce((a, b) => a + b, 0); total > available; total--) {
    const widest = widths.indexOf(Math.max(...widths))
    if (widths[widest]! <= 8) break
    widths[widest]!--
  }
  return widths
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width)
}

/** RFC 4180; a cell that a spreadsheet would take for a formula starts with an apostrophe. */
export function toCsv(result: QueryResult): string {
  const quote = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const rows = [
    result.columns,
    ...result.rows.map((row) => row.map((value) => (value === null ? '' : cell(value)))),
  ]
  return rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('')
}
