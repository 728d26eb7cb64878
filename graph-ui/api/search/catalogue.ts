/** Names of everything in the graph, held in memory so that search answers while a person types. */
import { setImmediate as breathe } from 'node:timers/promises'
import MiniSearch from 'minisearch'
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import type { ConceptType } from '../../../shared/schema.ts'
import { number, numberOrNull, type Row, readRows, text, texts } from '../graph/reading.ts'
import { toConceptType } from '../graph/view-parts.ts'
import { searchWords } from './words.ts'

const pageSize = 10_000
/** Documents indexed before other requests get their turn. */
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
  concepts: MiniSearch<CatalogueConcept>
  papers: MiniSearch<CataloguePaper>
  conceptOf: Map<string, CatalogueConcept>
  paperOf: Map<string, CataloguePaper>
}

/** A catalogue without names. */
export function emptyCatalogue(): Catalogue {
  const tokenising = { tokenize: searchWords, processTerm: (term: string) => term }
  const concepts = new MiniSearch<CatalogueConcept>({
    ...tokenising,
    fields: ['name', 'aliases'],
    extractField: (concept, field) =>
      field === 'aliases' ? concept.aliases.join(' / ') : field === 'name' ? concept.name : concept.id,
  })
  const papers = new MiniSearch<CataloguePaper>({ ...tokenising, fields: ['title'] })
  return { concepts, papers, conceptOf: new Map(), paperOf: new Map() }
}

/** Takes names into the index, in turns with other work. */
export async function addConcepts(catalogue: Catalogue, page: readonly CatalogueConcept[]): Promise<void> {
  for (const concept of page) catalogue.conceptOf.set(concept.id, concept)
  await catalogue.concepts.addAllAsync(page, { chunkSize })
}

/** Reads all names in pages and indexes them. */
export async function buildCatalogue(store: GraphStore): Promise<Catalogue> {
  const catalogue = emptyCatalogue()
  const conceptRows = pagesOf(
    store,
    'Concept',
    'n.name AS name, n.aliases AS aliases, n.type AS type, n.papers AS papers',
  )
  for await (const rows of conceptRows) {
    const page = rows.map((row) => ({
      id: text(row.id),
      name: text(row.name),
      aliases: texts(row.aliases),
      type: toConceptType(row.type),
      papers: number(row.papers),
    }))
    await addConcepts(catalogue, page)
  }
  for await (const rows of pagesOf(store, 'Paper', 'n.title AS title, n.year AS year')) {
    const page = rows.map((row) => ({
      id: text(row.id),
      title: text(row.title),
      year: numberOrNull(row.year),
    }))
    for (const paper of page) catalogue.paperOf.set(paper.id, paper)
    await catalogue.papers.addAllAsync(page, { chunkSize })
  }
  return catalogue
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
