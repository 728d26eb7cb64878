/** Answers a search: what begins like the query, then what is spelt like it, popular concepts first. */
import type MiniSearch from 'minisearch'
import type { SearchOptions } from 'minisearch'
import type { ConceptHit, PaperHit, SearchResult } from '../contract.ts'
import { conceptKey, paperKey } from '../graph/keys.ts'
import type { Catalogue, CatalogueConcept } from './catalogue.ts'
import { searchWords } from './words.ts'

export function find(catalogue: Catalogue, query: string, limit: number): SearchResult {
  const words = searchWords(query)
  if (words.length === 0) return { concepts: [], papers: [] }
  const conceptIds = idsFor(catalogue.concepts, words, {
    boost: { name: 2 },
    boostDocument: (id) => 1 + Math.log10(1 + (catalogue.conceptOf.get(id as string)?.papers ?? 0)),
  })
  const wanted = words.join(' ')
  const concepts = conceptIds
    .flatMap((id) => catalogue.conceptOf.get(id) ?? [])
    .map((concept, rank) => ({ concept, rank, exact: isNamed(concept, wanted) }))
    .sort(
      (a, b) =>
        Number(b.exact) - Number(a.exact) ||
        (a.exact ? b.concept.papers - a.concept.papers : 0) ||
        a.rank - b.rank,
    )
    .slice(0, limit)
    .map(({ concept }) => conceptHit(concept, words))
  const papers = idsFor(catalogue.papers, words, {})
    .slice(0, limit)
    .flatMap((id): PaperHit[] => {
      const paper = catalogue.paperOf.get(id)
      return paper ? [{ kind: 'paper', key: paperKey(id), title: paper.title, year: paper.year }] : []
    })
  return { concepts, papers }
}

/** Ever more tolerant, and no further than the first stage that finds something. */
function idsFor<T>(index: MiniSearch<T>, words: string[], options: SearchOptions): string[] {
  const last = words.length - 1
  // A single letter begins tens of thousands of names: only the whole word counts.
  const prefix = (term: string, i: number) => i === last && term.length > 1
  const stages: SearchOptions[] = [
    { combineWith: 'AND', prefix },
    { combineWith: 'AND', prefix, fuzzy: (term) => (term.length > 3 ? 0.25 : false), maxFuzzy: 2 },
    { combineWith: 'AND', prefix, fuzzy: (term) => (term.length > 3 ? 2 : 1), maxFuzzy: 2 },
    { combineWith: 'OR', prefix, fuzzy: (term) => (term.length > 4 ? 0.25 : false), maxFuzzy: 2 },
  ]
  for (const stage of stages) {
    const hits = index.search(words.join(' '), { ...options, ...stage })
    if (hits.length > 0) return hits.slice(0, 200).map((hit) => hit.id as string)
  }
  return []
}

function isNamed(concept: CatalogueConcept, wanted: string): boolean {
  return [concept.name, ...concept.aliases].some((name) => searchWords(name).join(' ') === wanted)
}

/** The alias that shows why a concept was found, where its name does not. */
function conceptHit(concept: CatalogueConcept, words: string[]): ConceptHit {
  const shows = (name: string) => {
    const has = searchWords(name)
    return words.every((word) => has.some((other) => other.startsWith(word)))
  }
  const alias = shows(concept.name) ? null : (concept.aliases.find(shows) ?? null)
  const { id, type, name, papers } = concept
  return { kind: 'concept', key: conceptKey(id), type, name, alias, papers }
}
