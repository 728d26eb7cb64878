/** A concept as lists name it. */
import type { ConceptReference } from '../contract.ts'
import { conceptKey } from './keys.ts'
import { type Row, text } from './reading.ts'
import { toConceptType } from './view-parts.ts'

/** What a RETURN clause has to give for {@link conceptReference}. */
export function conceptReferenceColumns(variable: string): string {
  return `${variable}.id AS id, ${variable}.name AS name, ${variable}.type AS type`
}

export function conceptReference(row: Row): ConceptReference {
  return { key: conceptKey(text(row.id)), type: toConceptType(row.type), name: text(row.name) }
}
