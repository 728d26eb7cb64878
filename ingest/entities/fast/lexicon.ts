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
 * Phrases by the hash of their normalised tokens, see {@link extendPhrase}. Every beginning of a phrase is a key too,
 * so that a walk over the text ends where no phrase goes on; one that is no phrase itself has null.
 */
export type PhraseTable<T> = Map<number, T | null>

export interface Lexicon {
  words: Map<string, WordKnowledge>
  phrases: PhraseTable<PhraseCounts>
  /** Phrases from lists of names and keywords, with the number of the list that holds them. */
  names: PhraseTable<number>
}

/** What a lexicon is made of; phrases are normalised tokens joined by spaces. */
export interface LexiconParts {
  /** In how many annotated documents it is an entity of each type, and in how many it stands. */
  phrases: [phrase: string, counts: number[]][]
  /** The number of the list that holds it. */
  names: [phrase: string, list: number][]
  words: [word: string, frequency: number, capitals: number, ...clusters: number[]][]
}

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

export function makeLexicon({ phrases, names, words }: LexiconParts): Lexicon {
  const counted = phrases.map(([phrase, numbers]): [string, PhraseCounts] => [
    phrase,
    { annotated: numbers.slice(0, -1), documents: numbers.at(-1)! },
  ])
  return {
    words: new Map(
      words.map(([word, frequency, capitals, ...clusters]) => [word, { clusters, frequency, capitals }]),
    ),
    phrases: phraseTable(counted),
    names: phraseTable(names),
  }
}

function phraseTable<T>(entries: [phrase: string, value: T][]): PhraseTable<T> {
  const table: PhraseTable<T> = new Map()
  for (const [phrase, value] of entries) {
    let hash = 0
    for (const token of phrase.split(' ')) {
      hash = extendPhrase(hash, hashString(normaliseToken(token)))
      if (!table.has(hash)) table.set(hash, null)
    }
    table.set(hash, value)
  }
  return table
}

/** The hash of a phrase's tokens. */
export function hashPhrase(tokens: string[]): number {
  return tokens.reduce((hash, token) => extendPhrase(hash, hashString(normaliseToken(token))), 0)
}
