import { FeatureTable } from '../../weights/feature-table.ts'
import { hashString, mix } from './hashing.ts'

/** What unlabelled text says of a word. */
export interface WordKnowledge {
  /** Distributional clusters, coarse to fine; empty for a word that was not seen often enough. */
  clusters: number[]
  /** How common it is: 0 unknown, then the logarithm of the number of papers. */
  frequency: number
  /** How often it starts with a capital inside of sentences: 0 never, 3 nearly always. */
  capitals: number
}

/** In how many annotated documents a phrase is an entity of each type, and in how many it stands at all. */
export interface PhraseCounts {
  /** By the order of `conceptTypes`. */
  annotated: number[]
  documents: number
}

/**
 * Phrases by the hash of their normalised tokens, see {@link extendPhrase}. Every beginning of a phrase is in the table
 * too, so that a walk over the text ends where no phrase goes on.
 */
export interface PhraseTable {
  hashes: Int32Array
  rows: FeatureTable
  /** What is known of the phrase of a row, above 0; 0 for what is only a beginning of phrases. */
  evidence: Uint8Array
}

/** Phrases of annotated documents. */
export interface CountedPhrases extends PhraseTable {
  /** What the evidence of each row was computed from; null in a model that was read from its file. */
  counts: (PhraseCounts | null)[] | null
}

export interface WordTable {
  words: string[]
  rows: Map<string, number>
  frequencies: Uint8Array
  capitals: Uint8Array
  /** At [row * clusterLevels + level]; {@link noCluster} where there is none. */
  clusters: Uint16Array
}

/** From coarse to fine. */
export const clusterLevels = 2
export const noCluster = 0xffff

/** What unlabelled papers say of words and names, shared by models. */
export interface Knowledge {
  words: WordTable
  /** Phrases from lists of names and keywords; their evidence is the number of the list that holds them. */
  names: PhraseTable
}

export interface Lexicon extends Knowledge {
  phrases: CountedPhrases
}

/** What knowledge is made of; phrases are normalised tokens joined by spaces. */
export interface KnowledgeParts {
  /** The number of the list that holds it, from 1. */
  names: [phrase: string, list: number][]
  words: [word: string, frequency: number, capitals: number, ...clusters: number[]][]
}

/** In how many annotated documents a phrase is an entity of each type, and in how many it stands. */
export type PhraseNumbers = [phrase: string, counts: number[]]

/** Longer phrases are not looked for. */
export const maxPhrase = 8

/** A phrase's hash, token by token, from 0. */
export function extendPhrase(hash: number, token: number): number {
  return mix(hash + 1, token)
}

/** Lower case, without a plural's "s"; what phrases are compared by. */
export function normaliseToken(text: string): string {
  const lower = text.toLowerCase()
  return lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower
}

const noCounts: PhraseCounts = { annotated: [0, 0, 0, 0], documents: 0 }

/**
 * What the annotated documents say of a phrase, as a small number: its most frequent type, how often it is
 * annotated where it stands, and whether one or more documents say so; 0 where none does.
 * @param own counts of the document at hand, left out so that training sees what a new document would see
 */
export function phraseEvidence(counts: PhraseCounts, own: PhraseCounts = noCounts): number {
  const documents = counts.documents - own.documents
  if (documents <= 0) return 0
  let best = 0
  let total = 0
  let type = 0
  for (let index = 0; index < counts.annotated.length; index++) {
    const count = counts.annotated[index]! - own.annotated[index]!
    total += count
    if (count > best) {
      best = count
      type = index
    }
  }
  const share = Math.min(1, total / documents)
  const level = total === 0 ? 0 : share < 0.2 ? 1 : share < 0.45 ? 2 : share < 0.75 ? 3 : 4
  const many = documents >= 6 ? 2 : documents >= 2 ? 1 : 0
  return 1 + type + 4 * level + 20 * many
}

/** The evidence of a row without what one document adds to it. @param own of that document; none for no share */
export function evidenceWithout(
  { evidence, counts }: CountedPhrases,
  row: number,
  own?: PhraseCounts,
): number {
  if (!own) return evidence[row]!
  const all = counts?.[row]
  return all ? phraseEvidence(all, own) : 0
}

export function makeKnowledge({ words: unsorted, names }: KnowledgeParts): Knowledge {
  // Neighbours in the alphabet share their beginnings, which packs better.
  const words = [...unsorted].sort(([a], [b]) => (a < b ? -1 : 1))
  const clusters = words.flatMap(([, , , ...own]) =>
    Array.from({ length: clusterLevels }, (_, level) => own[level] ?? noCluster),
  )
  return {
    words: wordTable(
      words.map(([word]) => word),
      Uint8Array.from(words, ([, frequency]) => frequency),
      Uint8Array.from(words, ([, , capitals]) => capitals),
      Uint16Array.from(clusters),
    ),
    names: tableOf(phraseEntries(names), (list) => list),
  }
}

export function countedPhrases(phrases: PhraseNumbers[]): CountedPhrases {
  const entries = phraseEntries(
    phrases.map(([phrase, numbers]): [string, PhraseCounts] => [
      phrase,
      { annotated: numbers.slice(0, -1), documents: numbers.at(-1)! },
    ]),
  )
  return {
    ...tableOf(entries, (counts) => phraseEvidence(counts)),
    counts: entries.map(([, counts]) => counts),
  }
}

export function wordTable(
  words: string[],
  frequencies: Uint8Array,
  capitals: Uint8Array,
  clusters: Uint16Array,
): WordTable {
  const rows = new Map<string, number>()
  for (let row = 0; row < words.length; row++) rows.set(words[row]!, row)
  return { words, rows, frequencies, capitals, clusters }
}

export function knowledgeOf(words: WordTable, word: string): WordKnowledge | undefined {
  const row = words.rows.get(word)
  if (row === undefined) return undefined
  const clusters = words.clusters.subarray(row * clusterLevels, (row + 1) * clusterLevels)
  return {
    clusters: [...clusters].filter((cluster) => cluster !== noCluster),
    frequency: words.frequencies[row]!,
    capitals: words.capitals[row]!,
  }
}

/** Phrases and their beginnings, by hash; ascending. */
function phraseEntries<T>(phrases: [phrase: string, value: T][]): [hash: number, value: T | null][] {
  const values = new Map<number, T | null>()
  for (const [phrase, value] of phrases) {
    let hash = 0
    for (const token of phrase.split(' ')) {
      hash = extendPhrase(hash, hashString(normaliseToken(token)))
      if (!values.has(hash)) values.set(hash, null)
    }
    values.set(hash, value)
  }
  return [...values].sort(([a], [b]) => a - b)
}

function tableOf<T>(
  entries: [hash: number, value: T | null][],
  evidenceOf: (value: T) => number,
): PhraseTable {
  return phraseTable(
    Int32Array.from(entries, ([hash]) => hash),
    Uint8Array.from(entries, ([, value]) => (value === null ? 0 : evidenceOf(value))),
  )
}

export function phraseTable(hashes: Int32Array, evidence: Uint8Array): PhraseTable {
  return { hashes, rows: new FeatureTable(hashes), evidence }
}

/** The hash of a phrase's tokens. */
export function hashPhrase(tokens: string[]): number {
  return tokens.reduce((hash, token) => extendPhrase(hash, hashString(normaliseToken(token))), 0)
}
