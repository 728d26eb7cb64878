/**
 * Which documents have a word, and how much it says of each: built once, then only read. Flat arrays, so that the words
 * that begin hundreds of thousands of names are summed up in a few milliseconds.
 */
import { setImmediate as breathe } from 'node:timers/promises'

/** Postings that are scored before other requests get their turn. */
const scoredAtOnce = 50_000
/** BM25 with MiniSearch's figures: how soon more of a word adds little, what length takes away, what one word is worth. */
const [saturation, lengthWeight, floor] = [1.2, 0.7, 0.5]

export interface WordIndex {
  /** Documents are numbered from 0, in the order in which they came. */
  readonly size: number
  /** In the order of their code units. */
  readonly words: readonly string[]
  /** Of each word, with how many letters of the word before it begins. */
  readonly shared: Uint16Array
  /** Where each word's postings begin, and last where all end. */
  readonly starts: Uint32Array
  /** Of each posting its document; those of one word by number. */
  readonly documents: Uint32Array
  /** Of each posting its score. */
  readonly scores: Float32Array
}

export interface WordIndexBuilder {
  /**
   * @param parts the words of each part of the document, as many parts as there are weights
   * @param boost what its scores are multiplied by
   */
  add(parts: readonly (readonly string[])[], boost: number): void
  /** To be called once, after the last document; other work gets its turns. */
  finish(): Promise<WordIndex>
}

/** @param weights what a word is worth in each part of a document */
export function beginWordIndex(weights: readonly number[]): WordIndexBuilder {
  /** Of each word, triples: document, part, how often it stands there. */
  const places = new Map<string, number[]>()
  /** Of each part, how many different words each document has there. */
  const lengths = weights.map((): number[] => [])
  const boosts: number[] = []

  return {
    add(parts, boost) {
      const document = boosts.push(boost) - 1
      for (const [part, words] of parts.entries()) {
        const counts = new Map<string, number>()
        for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
        lengths[part]!.push(counts.size)
        for (const [word, count] of counts) {
          const known = places.get(word)
          if (known) known.push(document, part, count)
          else places.set(word, [document, part, count])
        }
      }
    },
    async finish() {
      const words = [...places.keys()].sort()
      const means = lengths.map((ofPart) => ofPart.reduce((sum, length) => sum + length, 0) / boosts.length)
      const starts = new Uint32Array(words.length + 1)
      const documents: number[] = []
      const scores: number[] = []
      let breathed = 0
      for (const [at, word] of words.entries()) {
        const found = places.get(word)!
        const rarities = raritiesOf(found, weights.length, boosts.length)
        for (let i = 0; i < found.length; i += 3) {
          const [document, part, count] = [found[i]!, found[i + 1]!, found[i + 2]!]
          const length = lengths[part]![document]! / means[part]!
          const score = boosts[document]! * weights[part]! * rarities[part]! * weightOfCount(count, length)
          if (documents.length > starts[at]! && documents.at(-1) === document) {
            scores[scores.length - 1]! += score
          } else {
            documents.push(document)
            scores.push(score)
          }
        }
        starts[at + 1] = documents.length
        if (documents.length - breathed > scoredAtOnce) {
          breathed = documents.length
          await breathe()
        }
      }
      return {
        size: boosts.length,
        words,
        shared: Uint16Array.from(words, (word, at) => (at === 0 ? 0 : sharedLetters(words[at - 1]!, word))),
        starts,
        documents: Uint32Array.from(documents),
        scores: Float32Array.from(scores),
      }
    },
  }
}

/** How much a word tells, in each part: the rarer the more. */
function raritiesOf(found: readonly number[], parts: number, size: number): number[] {
  const having = new Array<number>(parts).fill(0)
  for (let i = 1; i < found.length; i += 3) having[found[i]!]!++
  return having.map((count) => Math.log(1 + (size - count + 0.5) / (count + 0.5)))
}

/** @param length against the mean */
function weightOfCount(count: number, length: number): number {
  const saturated = count + saturation * (1 - lengthWeight + lengthWeight * length)
  return floor + (count * (saturation + 1)) / saturated
}

function sharedLetters(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a.charCodeAt(count) === b.charCodeAt(count)) count++
  return count
}
