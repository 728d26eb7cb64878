import { recordEvents } from '../paper-record.ts'
import type { ReadEvent } from '../reader.ts'
import { commonFields } from './common-fields.ts'
import type { FoundObject } from './find-records.ts'
import { shapes } from './shapes.ts'
import type { JsonObject } from './values.ts'

/** Whether an object is surely a record of a paper, even where it states neither title nor abstract. */
export function isOfKnownShape(object: JsonObject): boolean {
  return shapes.find((shape) => shape.matches(object)) !== commonFields
}

/** The events of one object that is a paper. */
export function objectEvents(
  { object, key }: FoundObject,
  file: string,
  place: string,
  line: number,
): Generator<ReadEvent> {
  const shape = shapes.find((candidate) => candidate.matches(object))!
  const found = shape.read(object)
  if (key !== null && !found.givenId) {
    found.givenId = key
    found.identifiers = [...(found.identifiers ?? []), key]
  }
  return recordEvents(found, file, place, line, shape !== commonFields)
}
