/** Answers a search: what begins like the query, then what is spelt like it, popular concepts first. */
import type { ConceptHit, PaperHit, SearchResult } from '../contract.ts'
import { conceptKey, paperKey } from '../graph/keys.ts'
import { bestDocuments } from './best-documents.ts'
import type { Catalogue, CatalogueConcept } from './catalogue.ts'
import { type Match, matchesOf } from './matching-words.ts'
import type { WordIndex } from './word-index.ts'
import { searchWords } from './words.ts'

/** Among so many of the best are those looked for that bear exactly this name. */
const mostRanked = 200

interface Stage {
  needsAll: boolean
  /** How many changes may make another word of one with so many letters. */
  changes: (letters: number) => number
}

const stages: readonly Stage[] = [
  { needsAll: true, changes: () => 0 },
  { needsAll: true, changes: (letters) => (letters > 3 ? quarterOf(letters) : 0) },
  { needsAll: true, changes: (letters) => (letters > 3 ? 2 : 1) },
  { needsAll: false, changes: (letters) => (letters > 4 ? quarterOf(letters) : 0) },
]

export function find(catalogue: Catalogue, query: string, limit: number): SearchResult {
  const words = searchWords(query)
  if (words.length === 0) return { concepts: [], papers: [] }
  const wanted = words.join(' ')
  const concepts = ranked(catalogue.conceptWords, words, mostRanked)
    .map((document, rank) => {
      const concept = catalogue.concepts[document]!
      return { concept, rank, exact: isNamed(concept, wanted) }
    })
    .sort(
      (a, b) =>
        Number(b.exact) - Number(a.exact) ||
        (a.exact ? b.concept.papers - a.concept.papers : 0) ||
        a.rank - b.rank,
    )
    .slice(0, limit)
    .map(({ concept }) => conceptHit(concept, words))
  const papers = ranked(catalogue.paperWords, words, limit).map((document): PaperHit => {
    const { id, title, year } = catalogue.papers[document]!
    return { kind: 'paper', key: paperKey(id), title, year }
  })
  return { concepts, papers }
}

/** Ever more tolerant, and no further than the first stage that finds something. */
function ranked(index: WordIndex, words: readonly string[], most: number): number[] {
  // Most words are given the same changes by several stages.
  const known = new Map<string, Match[]>()
  const matched = (word: string, place: number, changes: number) => {
    const name = `${place} ${changes}`
    const matches =
      known.get(name) ?? matchesOf(index, word, { isBeginning: place === words.length - 1, changes })
    known.set(name, matches)
    return matches
  }
  for (const { needsAll, changes } of stages) {
    const matches = words.map((word, place) => matched(word, place, changes(word.length)))
    const best = bestDocuments(index, matches, needsAll, most)
    if (best.length > 0) return best
  }
  return []
}

/** One change for four letters, but never more than two. */
function quarterOf(letters: number): number {
  return Math.min(2, Math.round(letters / 4))
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
