/** What `skein explain` says of a concept. */
import type { ConceptType } from '../../shared/schema.ts'

/** A sentence that shows something, with its paper. */
export interface Evidence {
  paper: string
  title: string | null
  sentence: string
}

export interface FormExplanation {
  form: string
  /** Papers that use it for this concept. */
  papers: number
  /** Why it is a form of this concept: one reason or several. */
  reasons: string[]
  /** At most two sentences. */
  evidence: Evidence[]
}

export interface OtherConcept {
  id: string
  name: string
  type: ConceptType
  papers: number
  /** The forms that both have, as the explained concept writes them. */
  shared: string[]
  /** Why it is another concept. */
  reason: string
}

export interface Explanation {
  id: string
  name: string
  type: ConceptType
  papers: number
  /** What the user's override file says of it. */
  decisions: string[]
  /** The name first, then the others by number of papers. */
  forms: FormExplanation[]
  others: OtherConcept[]
}
