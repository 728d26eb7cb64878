/** Names of everything in the graph, held in memory so that search answers while a person types. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import type { ConceptType } from '../../../shared/schema.ts'
import { number, numberOrNull, type Row, readRows, text, texts } from '../graph/reading.ts'
import { toConceptType } from '../graph/view-parts.ts'
import { beginWordIndex, type WordIndex } from './word-index.ts'
import { searchWords } from './words.ts'

const pageSize = 10_000
/** Names taken in before other requests get their turn. */
const chunkSize = 500

export interface CatalogueConcept {
  id: string
  name: string
  aliases: string[]
  type: ConceptType
  papers: number
}
export interface CataloguePaper {
  id: string
  title: string
  year: number | null
}

export interface Catalogue {
  concepts: readonly CatalogueConcept[]
  /** Over names and aliases; documents are numbered as `concepts` are. */
  conceptWords: WordIndex
  papers: readonly CataloguePaper[]
  /** Over titles. */
  paperWords: WordIndex
}

/** What comes page by page. */
type Pages<T> = AsyncIterable<readonly T[]> | Iterable<readonly T[]>

/** Reads all names in pages and indexes them. */
export function buildCatalogue(store: GraphStore): Promise<Catalogue> {
  return catalogueOf(conceptsOf(store), papersOf(store))
}

/** Indexes names, in turns with other work. Of names that fit a search equally well, the first is found first. */
export async function catalogueOf(
  concepts: Pages<CatalogueConcept>,
  papers: Pages<CataloguePaper>,
): Promise<Catalogue> {
  // A name says more than an alias, and what many papers speak of is looked for more often.
  const [conceptList, conceptWords] = await indexed(concepts, [2, 1], ({ name, aliases, papers: count }) => ({
    parts: [searchWords(name), searchWords(aliases.join(' / '))],
    boost: 1 + Math.log10(1 + count),
  }))
  const [paperList, paperWords] = await indexed(papers, [1], ({ title }) => ({
    parts: [searchWords(title)],
    boost: 1,
  }))
  return { concepts: conceptList, conceptWords, papers: paperList, paperWords }
}

async function indexed<T>(
  pages: Pages<T>,
  weights: readonly number[],
  read: (item: T) => { parts: string[][]; boost: number },
): Promise<[readonly T[], WordIndex]> {
  const items: T[] = []
  const index = beginWordIndex(weights)
  for await (const page of pages) {
    for (const item of page) {
      items.push(item)
      const { parts, boost } = read(item)
      index.add(parts, boost)
      if (items.length % chunkSize === 0) await breathe()
    }
  }
  return [items, await index.finish()]
}

async function* conceptsOf(store: GraphStore): AsyncIterable<CatalogueConcept[]> {
  const columns = 'n.name AS name, n.aliases AS aliases, n.type AS type, n.papers AS papers'
  for await (const rows of pagesOf(store, 'Concept', columns)) {
    yield rows.map((row) => ({
      id: text(row.id),
      name: text(row.name),
      aliases: texts(row.aliases),
      type: toConceptType(row.type),
      papers: number(row.papers),
    }))
  }
}

async function* papersOf(store: GraphStore): AsyncIterable<CataloguePaper[]> {
  for await (const rows of pagesOf(store, 'Paper', 'n.title AS title, n.year AS year')) {
    yield rows.map((row) => ({ id: text(row.id), title: text(row.title), year: numberOrNull(row.year) }))
  }
}

async function* pagesOf(
  store: GraphStore,
  label: 'Concept' | 'Paper',
  columns: string,
): AsyncIterable<Row[]> {
  for (let after = ''; ; ) {
    const rows = await readRows(
      store,
      `MATCH (n:${label}) WHERE n.id > $after RETURN n.id AS id, ${columns} ORDER BY id LIMIT ${pageSize}`,
      { after },
    )
    if (rows.length > 0) yield rows
    if (rows.length < pageSize) return
    after = text(rows.at(-1)?.id)
    await breathe()
  }
}
