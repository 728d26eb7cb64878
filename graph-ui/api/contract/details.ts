/** What is told of one concept or paper, and of the whole graph. */
import type { ConceptType, Intent } from '../../../shared/schema.ts'
import type { ConceptReference, EvidenceItem, MarkedText, PaperReference } from './evidence.ts'
import type { Direction, DrawnType } from './keys.ts'
import type { ViewEdge } from './view.ts'

/** How many relationships of a type leave or reach a node. */
export interface RelationCount {
  type: DrawnType
  direction: Direction
  count: number
}

export interface ConceptDetails extends ConceptReference {
  aliases: string[]
  papers: number
  firstYear: number | null
  lastYear: number | null
  relations: RelationCount[]
  introducedBy: PaperReference[]
  /** The other papers that speak of it; the newest first. */
  mentionedBy: (PaperReference & { intent: Intent })[]
}

export interface PaperDetails extends PaperReference {
  abstract: MarkedText | null
  identifiers: string[]
  sources: string[]
  concepts: (ConceptReference & { intent: Intent })[]
  claims: (EvidenceItem & { key: string; subject: string; predicate: DrawnType; object: string })[]
}

/** A concept as a claim names it. */
export interface ClaimedConcept {
  /** Null where the graph has no concept for it. */
  key: string | null
  type: ConceptType | null
  name: string
}

/** One claim of one paper, with all that it states. */
export interface ClaimDetails extends EvidenceItem {
  key: string
  subject: ClaimedConcept
  predicate: DrawnType
  object: ClaimedConcept
  dataset: ClaimedConcept | null
  task: ClaimedConcept | null
  metric: ClaimedConcept | null
  /** "4.1 %", "by 2.6 %" */
  amount: string | null
  /** The edge that it stands behind; null where no paper asserts it. */
  edge: ViewEdge | null
}

export interface Stats {
  papers: number
  concepts: { type: ConceptType; count: number }[]
  claims: number
  relations: { type: DrawnType; count: number }[]
  store: string
  version: string
  /** Whether papers can be brought in from the page. */
  canIngest: boolean
}
