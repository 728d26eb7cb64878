/** The queries that a person has run, and those kept under a name. */
import type { FieldTexts } from './parameters.ts'

export interface KeptQuery {
  cypher: string
  /** Of its parameters. */
  fields: FieldTexts
}

export interface SavedQuery extends KeptQuery {
  name: string
}

export interface QueryLibrary {
  /** The last one first. */
  history: readonly KeptQuery[]
  /** By name. */
  saved: readonly SavedQuery[]
}

export const emptyLibrary: QueryLibrary = { history: [], saved: [] }

const mostRemembered = 100
/** Characters of the history: a browser keeps a few million for the page. */
const mostText = 500_000

/** A query that was run goes to the front of the history, where it stands once. */
export function withRun(library: QueryLibrary, { cypher, fields }: KeptQuery): QueryLibrary {
  const others = library.history.filter(
    (query) => query.cypher !== cypher || !sameFields(query.fields, fields),
  )
  return { ...library, history: remembered([{ cypher, fields }, ...others]) }
}

/** Keeps a query under a name; another one of that name gives way. */
export function withSaved(library: QueryLibrary, { name, cypher, fields }: SavedQuery): QueryLibrary {
  const others = library.saved.filter((query) => query.name !== name)
  return { ...library, saved: sorted([...others, { name, cypher, fields }]) }
}

export function withoutSaved(library: QueryLibrary, name: string): QueryLibrary {
  return { ...library, saved: library.saved.filter((query) => query.name !== name) }
}

/** Gives a kept query another name; another one of that name gives way. */
export function renamed(library: QueryLibrary, from: string, to: string): QueryLibrary {
  const query = library.saved.find(({ name }) => name === from)
  return query ? withSaved(withoutSaved(library, from), { ...query, name: to }) : library
}

/** Kept queries that a person brings in; those of the same name give way. */
export function withAllSaved(library: QueryLibrary, queries: readonly SavedQuery[]): QueryLibrary {
  return queries.reduce(withSaved, library)
}

/**
 * Reads what a browser or a file has kept, and leaves out what is not a query.
 * @returns null where the text is no library at all
 */
export function readLibrary(text: string): QueryLibrary | null {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(read) || !Array.isArray(read.saved)) return null
  const history: unknown[] = Array.isArray(read.history) ? read.history : []
  const saved = read.saved.flatMap((item: unknown) => {
    const query = readQuery(item)
    const name = isRecord(item) && typeof item.name === 'string' ? item.name.trim() : ''
    return query === null || name === '' ? [] : [{ name, ...query }]
  })
  return withAllSaved(
    { history: remembered(history.flatMap((item) => readQuery(item) ?? [])), saved: [] },
    saved,
  )
}

/** The kept queries as a file that {@link readLibrary} takes. */
export function printSaved({ saved }: QueryLibrary): string {
  return `${JSON.stringify({ saved }, null, 2)}\n`
}

/** The latest queries, as many as there is room for. */
function remembered(history: readonly KeptQuery[]): KeptQuery[] {
  let left = mostText
  return history.slice(0, mostRemembered).filter(({ cypher, fields }) => {
    left -= cypher.length + Object.values(fields).reduce((sum, text) => sum + text.length, 0)
    return left >= 0
  })
}

function readQuery(item: unknown): KeptQuery | null {
  if (!isRecord(item) || typeof item.cypher !== 'string' || item.cypher.trim() === '') return null
  const fields = isRecord(item.fields) ? item.fields : {}
  const texts = Object.entries(fields).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return { cypher: item.cypher, fields: Object.fromEntries(texts) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sameFields(a: FieldTexts, b: FieldTexts): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}

function sorted(queries: readonly SavedQuery[]): SavedQuery[] {
  return [...queries].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
}
