/** What is told of one concept or paper, and of the whole graph. */
import type { ConceptType, Intent } from '../../../shared/schema.ts'
import type { EvidenceItem, MarkedText, PaperReference } from './evidence.ts'
import type { Direction, DrawnType } from './keys.ts'

/** How many relationships of a type leave or reach a node. */
export interface RelationCount {
  type: DrawnType
  direction: Direction
  count: number
}

export interface ConceptDetails {
  key: string
  type: ConceptType
  name: string
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
  concepts: { key: string; type: ConceptType; name: string; intent: Intent }[]
  claims: (EvidenceItem & { subject: string; predicate: DrawnType; object: string })[]
}

export interface Stats {
  papers: number
  concepts: { type: ConceptType; count: number }[]
  claims: number
  relations: { type: DrawnType; count: number }[]
  store: string
  version: string
}
