import type { ConceptType, Mention } from '../../../shared/schema.ts'
import type { TextDocument } from '../../documents.ts'

/** A document whose annotation says which of its surface forms are one concept. */
export interface JudgedDocument {
  id: string
  document: TextDocument
  /** Every annotated mention, judged or not: what grouping is given. Sorted by start, without overlap. */
  mentions: Mention[]
  concepts: JudgedConcept[]
}

/** Forms of one document that its annotation calls one concept. */
export interface JudgedConcept {
  type: ConceptType
  /** Letter for letter, the most frequent first, as far as they stand in the text and say what they name. */
  forms: string[]
  /** Null where the annotation does not say which concept of other documents it is. */
  sense: Sense | null
}

/** What an annotation says about one concept across documents. */
export interface Sense {
  /** What it is called. */
  name: string
  /** All that it is called, the name among them. */
  links: string[]
  /** Of everything that is linked to it in a chain; the links in the middle may be loose ("neural network"). */
  family: string
}

/** Whether two concepts are one: one's name is among the other's; null where only a chain leads from one to the other. */
export function isSameSense(a: Sense, b: Sense): boolean | null {
  if (a.links.includes(b.name) || b.links.includes(a.name)) return true
  return a.family === b.family ? null : false
}
