import type { FoundFields } from '../paper-record.ts'
import type { JsonObject } from './values.ts'

/** One way of writing a paper as a JSON object. */
export interface Shape {
  name: string
  /** What a person calls it, in the list of what would be accepted. */
  label: string
  matches(object: JsonObject): boolean
  read(object: JsonObject): FoundFields
}
