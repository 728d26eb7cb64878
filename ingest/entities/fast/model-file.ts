/** The files of the fast tagger: gzip of one line of JSON and the arrays that it describes, little-endian. */
import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type FeatureTable, featureTable } from './feature-table.ts'
import { hashString } from './hashing.ts'
import { labelCount } from './labels.ts'
import {
  extendPhrase,
  type Lexicon,
  normaliseToken,
  type PhraseCounts,
  type WordKnowledge,
} from './lexicon.ts'

export interface TaggerModel {
  features: FeatureTable
  /** Weights at [row * labelCount + label], in units of `scale`. */
  weights: Int8Array
  scale: number
  transitions: Float64Array
  /** Taken from the score of the outside label: above 0 the tagger finds more, and errs more. */
  boldness: number
  lexicon: Lexicon
}

/** What is written: the model and the texts that its lexicon is made of. */
export interface ModelParts {
  hashes: Int32Array
  weights: Int8Array
  scale: number
  transitions: number[]
  boldness: number
  /** "phrase tokens" to counts: annotated as each type, documents. */
  phrases: [string, number[]][]
  /** "phrase tokens" to number of the list. */
  names: [string, number][]
  words: [string, WordKnowledge][]
}

export function encodeModel(parts: ModelParts): Buffer {
  const { hashes, weights, ...rest } = parts
  const words = parts.words.map(([word, { clusters, frequency, capitals }]) => [
    word,
    frequency,
    capitals,
    ...clusters,
  ])
  const header = JSON.stringify({ ...rest, words, rows: hashes.length })
  return gzipSync(
    Buffer.concat([
      Buffer.from(`${header}\n`),
      bytesOf(hashes),
      Buffer.from(weights.buffer, 0, weights.length),
    ]),
    { level: 9 },
  )
}

/** @throws Error where the file is missing or damaged */
export function readModel(file: string): TaggerModel {
  const bytes = gunzipSync(readFileSync(file))
  const headerEnd = bytes.indexOf(10)
  const header = JSON.parse(bytes.toString('utf8', 0, headerEnd)) as Omit<ModelParts, 'words'> & {
    rows: number
    words: [string, number, number, ...number[]][]
  }
  const hashes = new Int32Array(header.rows)
  const start = headerEnd + 1
  for (let row = 0; row < header.rows; row++) hashes[row] = bytes.readInt32LE(start + 4 * row)
  const weightStart = start + 4 * header.rows
  const weights = new Int8Array(header.rows * labelCount)
  weights.set(new Int8Array(bytes.buffer, bytes.byteOffset + weightStart, weights.length))
  const words = header.words.map(([word, frequency, capitals, ...clusters]): [string, WordKnowledge] => [
    word,
    { clusters, frequency, capitals },
  ])
  return {
    features: featureTable(hashes),
    weights,
    scale: header.scale,
    transitions: Float64Array.from(header.transitions),
    boldness: header.boldness,
    lexicon: makeLexicon(header.phrases, header.names, words),
  }
}

export function makeLexicon(
  phrases: ModelParts['phrases'],
  names: ModelParts['names'],
  words: ModelParts['words'],
): Lexicon {
  const counts = new Map<number, PhraseCounts>()
  const lists = new Map<number, number>()
  const phrasePrefixes = new Set<number>()
  const namePrefixes = new Set<number>()
  for (const [phrase, numbers] of phrases) {
    counts.set(hashPhrase(phrase.split(' '), phrasePrefixes), {
      annotated: numbers.slice(0, -1),
      documents: numbers.at(-1)!,
    })
  }
  for (const [phrase, list] of names) lists.set(hashPhrase(phrase.split(' '), namePrefixes), list)
  return {
    words: new Map(words),
    phrases: { counts, prefixes: phrasePrefixes },
    names: { lists, prefixes: namePrefixes },
  }
}

/** The hash of a phrase's tokens; the hashes of its beginnings are added to `prefixes`. */
export function hashPhrase(tokens: string[], prefixes?: Set<number>): number {
  let hash = 0
  for (const token of tokens) {
    hash = extendPhrase(hash, hashString(normaliseToken(token)))
    prefixes?.add(hash)
  }
  return hash
}

function bytesOf(numbers: Int32Array): Buffer {
  const buffer = Buffer.alloc(numbers.length * 4)
  for (const [index, number] of numbers.entries()) buffer.writeInt32LE(number, index * 4)
  return buffer
}
