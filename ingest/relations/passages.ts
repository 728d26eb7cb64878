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
const reach = 2

/**
 * @param placesOf for each sentence the places of each entity
 * @param standIn the entity whose silent places may stand for the head as well: where a paper introduces two
 *   methods, "we" and "our method" may mean either; null for none
 * @returns null where the two never come near each other
 */
export function nearestPassage(
  placesOf: Map<number, Place[]>[],
  head: number,
  tail: number,
  standIn: number | null,
): Passage | null {
  let best: Passage | null = null
  for (let at = 0; at < placesOf.length; at++) {
    const tailPlace = placesOf[at]!.get(tail)?.find(({ implicit }) => !implicit)
    if (!tailPlace) continue
    const silent = standIn === null ? undefined : placesOf[at]!.get(standIn)?.find(({ implicit }) => implicit)
    if (silent) return { first: at, last: at, head: { ...silent, entity: head }, tail: tailPlace }
    for (let other = Math.max(0, at - reach); other <= at + reach && other < placesOf.length; other++) {
      const headPlace = placesOf[other]!.get(head)?.find(({ implicit }) => !implicit)
      const isNearer = !best || Math.abs(other - at) < best.last - best.first
      if (headPlace && isNearer) {
        best = { first: Math.min(at, other), last: Math.max(at, other), head: headPlace, tail: tailPlace }
      }
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
