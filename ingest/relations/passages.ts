/** Where two entities that no sentence joins stand nearest: a run of a few sentences, the evidence of last resort. */
import type { Place, ReadSentence } from './reading.ts'
import type { Scene } from './scenes.ts'

export interface Passage {
  /** Indices of its first and last sentence. */
  first: number
  last: number
  head: Place
  tail: Place
}

/** A passage has at most so many sentences more than one. */
export const reach = 2

/** The places of an entity in one sentence, by its index. */
export interface Appearance {
  index: number
  places: Place[]
}

/**
 * @param silent appearances of an entity whose silent places may stand for the head as well: where a paper
 *   introduces two methods, "we" and "our method" may mean either
 * @param entity of the head
 * @returns null where the two never come near each other
 */
export function nearestPassage(
  heads: Appearance[],
  tails: Appearance[],
  silent: Appearance[],
  entity: number,
): Passage | null {
  let best: Passage | null = null
  for (const { index, places } of tails) {
    const tail = places.find(({ implicit }) => !implicit)
    if (!tail) continue
    const standIn = silent.find((other) => other.index === index)?.places.find(({ implicit }) => implicit)
    if (standIn) return { first: index, last: index, head: { ...standIn, entity }, tail }
    for (const other of heads) {
      const distance = Math.abs(other.index - index)
      const head = other.places.find(({ implicit }) => !implicit)
      if (!head || distance > (best ? best.last - best.first - 1 : reach)) continue
      best = { first: Math.min(index, other.index), last: Math.max(index, other.index), head, tail }
    }
  }
  return best
}

/** The sentences of a passage as one. */
export function joinSentences(scenes: readonly Scene[], { first, last }: Passage): ReadSentence {
  const sentences = scenes.slice(first, last + 1).map(({ sentence }) => sentence)
  const [start, end] = [sentences[0]!.start, sentences.at(-1)!.end]
  let masked = ''
  for (const sentence of sentences) masked = masked.padEnd(sentence.start - start) + sentence.masked
  const { index, kind } = sentences.at(-1)!
  const places = sentences.flatMap((sentence) => sentence.places)
  return { index, kind, start, end, masked, places, words: sentences.flatMap(({ words }) => words) }
}
