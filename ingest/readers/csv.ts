import { parse } from 'csv-parse/sync'
import { cleanHtml } from './clean-text.ts'
import { type Row, rowsOf } from './csv-rows.ts'
import { matchFields } from './field-names.ts'
import { commonFields } from './json/common-fields.ts'
import { latexToText } from './latex.ts'
import { recordEvents } from './paper-record.ts'
import type { Beginning, ReadEvent, Reader } from './reader.ts'

const delimiters = [',', '\t', ';', '|']
/** Lines before the header, as some databases write them. */
const longestPreamble = 10

/** Rows that are parsed together. */
const batchSize = 64

interface Header {
  columns: string[]
  delimiter: string
  /** Rows above it. */
  above: number
  /** How many of the columns are fields of a paper. */
  known: number
}

/** Tables with a header: CSV with commas or semicolons, TSV. */
export const csv: Reader = {
  name: 'csv',
  label: 'CSV or TSV with a header (Title, Abstract, …), as of Zotero, Scopus, Embase',

  recognises({ text }: Beginning): number {
    const header = /^\s*<[?!a-z]/i.test(text) ? null : headerIn(text.split('\n', longestPreamble + 1))
    if (!header) return 0
    return header.columns.length > 1 && header.known > 1 ? 0.8 : 0.3
  },

  async *read(chunks: AsyncIterable<string>, file: string): AsyncGenerator<ReadEvent> {
    const source = chunks[Symbol.asyncIterator]()
    let beginning = ''
    while (beginning.length < 65_536) {
      const next = await source.next()
      if (next.done) break
      beginning += next.value
    }
    const header = headerIn(beginning.split('\n', longestPreamble + 1))
    if (!header) throw new Error('the csv reader was given a file without a header')
    let count = 0
    let skipped = -header.above - 1
    let batch: Row[] = []
    const events = function* (): Generator<ReadEvent> {
      for (const [index, cells] of cellsOfAll(batch, header.delimiter).entries()) {
        yield* rowEvents(batch[index]!, cells, header, file, ++count)
      }
      batch = []
    }
    for await (const row of rowsOf(continued(beginning, source), header.delimiter)) {
      if (row.text.trim() === '' && row.fault === null) continue
      if (skipped++ < 0) continue
      batch.push(row)
      if (batch.length === batchSize) yield* events()
    }
    yield* events()
  },
}

async function* continued(beginning: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield beginning
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

function headerIn(lines: string[]): Header | null {
  let best: Header | null = null
  let above = 0
  for (const line of lines) {
    if (line.trim() === '') continue
    for (const delimiter of delimiters) {
      const columns = cellsOf(line, delimiter)
      if (!columns || columns.some((column) => column.length > 80)) continue
      const names = matchFields(columns)
      const texts = names.title.length + names.abstract.length
      const known = Object.values(names).filter((list) => list.length > 0).length
      if (texts > 0 && known > (best?.known ?? 0)) best = { columns, delimiter, above, known }
    }
    // A header stands above its rows: once found, what comes below is none.
    if (best) return best
    above++
  }
  return null
}

function cellsOf(text: string, delimiter: string): string[] | null {
  return parsed(text, delimiter)?.[0] ?? null
}

function parsed(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, relax_quotes: true, relax_column_count: true, trim: true })
  } catch {
    return null
  }
}

/** The cells of each row, null where it cannot be parsed. Rows are parsed together because each call of the parser has a cost of its own. */
function cellsOfAll(rows: Row[], delimiter: string): (string[] | null)[] {
  if (rows.every((row) => row.fault === null)) {
    const together = parsed(rows.map((row) => row.text).join('\n'), delimiter)
    if (together?.length === rows.length) return together
  }
  return rows.map((row) => (row.fault === null ? cellsOf(row.text, delimiter) : null))
}

function* rowEvents(
  row: Row,
  cells: string[] | null,
  header: Header,
  file: string,
  count: number,
): Generator<ReadEvent> {
  const problem = (reason: string): ReadEvent => ({
    kind: 'problem',
    problem: { file, line: row.line, reason: `record ${count}: ${reason}` },
  })
  if (!cells) {
    yield problem(row.fault ?? 'its quotes do not match')
    return
  }
  if (cells.every((cell) => cell === '')) return
  const width = header.columns.length
  if (cells.slice(width).some((cell) => cell !== '')) {
    yield problem(`${cells.length} cells, but the header has ${width}`)
    return
  }
  const table: Record<string, string> = {}
  for (const [index, column] of header.columns.entries()) {
    const cell = cells[index] ?? ''
    if (column && cell && !(column in table)) table[column] = cell
  }
  const found = commonFields.read(table)
  const clean = (text: string | null | undefined) => (text ? cleanHtml(latexToText(text)) : null)
  const fields = {
    ...found,
    title: clean(found.title),
    abstract: clean(found.abstract),
    authors: (found.authors ?? []).map((author) => latexToText(author)),
    // Databases put volume and year into the name of the source: "Journal (2014) 3:3".
    year: found.year ?? (Number(/\((1[89]\d\d|20\d\d)\)/.exec(found.venue ?? '')?.[1] ?? 0) || null),
  }
  yield* recordEvents(fields, file, `record ${count}`, row.line, false)
}
