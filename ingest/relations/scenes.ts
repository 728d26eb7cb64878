/** A sentence with every place that stands for an entity, silent ones included: what rules and pairs are read off. */
import type { ConceptType } from '../../shared/schema.ts'
import { type Introduced, implicitPlaces } from './implicit-subjects.ts'
import type { Place, Reading, ReadSentence } from './reading.ts'

export interface Scene {
  sentence: ReadSentence
  /** Sorted by start; they do not overlap. */
  places: Place[]
  /** The type of each entity of the document, and its name. */
  types: ConceptType[]
  names: string[]
}

export function scenesOf(reading: Reading, introduced: Introduced): Scene[] {
  const types = reading.entities.map(({ type }) => type)
  const names = reading.entities.map(({ name }) => name)
  return reading.sentences.map((sentence) => {
    const places = [...sentence.places, ...implicitPlaces(sentence, introduced)]
    return { sentence, types, names, places: places.sort((a, b) => a.start - b.start) }
  })
}

/** The masked text of a scene between two offsets of the text. */
export function maskedBetween({ sentence }: Scene, start: number, end: number): string {
  return sentence.masked.slice(start - sentence.start, end - sentence.start)
}
