/** What the API takes and gives: the one description that server and page share. */
import { z } from 'zod'
import type { QueryResult, StoreSchema } from '../../shared/graph-store/store.ts'
import { type ConceptType, type Intent, predicates, type RelationshipType } from '../../shared/schema.ts'
import { expansionSize } from './expansion-size.ts'

/** Relationship types that the picture shows; those around claims are read as evidence instead. */
export const drawnTypes = ['INTRODUCES', 'ADDRESSES', 'CITES', ...predicates] as const
const drawnTypeSchema = z.enum(drawnTypes)
export type DrawnType = (typeof drawnTypes)[number]

/** `Concept/Method:lora`, `Paper/doi:10.1/x`: the label and key of a node, good across results and stores. */
const nodeKeySchema = z.string().regex(/^(Paper|Concept|Claim|Other)\/./s, 'expected Concept/ID or Paper/ID')

export type ViewNodeType = ConceptType | 'Paper' | 'Claim' | 'Other'

/** A node as the picture shows it. */
export interface ViewNode {
  key: string
  type: ViewNodeType
  name: string
  /** Papers that speak of a concept; 0 for everything else. */
  papers: number
  /** A paper's year, or the first year of a concept. */
  year: number | null
  x: number
  y: number
  community: number | null
}

export interface ViewEdge {
  key: string
  source: string
  target: string
  type: RelationshipType | (string & {})
  /** Papers behind a derived edge; 1 for what a paper says itself. */
  papers: number
  against: number
  confidence: number | null
  firstYear: number | null
  lastYear: number | null
}

export interface View {
  nodes: ViewNode[]
  edges: ViewEdge[]
}

export interface Community {
  id: number
  /** What a person would call it: its strongest task, or its strongest concept. */
  name: string
  /** Its strongest other concepts. */
  members: string[]
  size: number
}

export interface Landscape extends View {
  communities: Community[]
}

/** How many relationships of a type leave (`out`) or reach (`in`) a node. */
export interface RelationCount {
  type: DrawnType
  direction: 'in' | 'out'
  count: number
}

export interface Neighbourhood extends View {
  /** Whether neighbours were left out. */
  truncated: boolean
  /** The relations that were followed. */
  types: DrawnType[]
  /** Neighbours along them, shown or not. */
  total: number
}

const present = z.array(z.object({ key: nodeKeySchema, x: z.number(), y: z.number() })).max(5000)
const wholeNumber = (fallback: number, maximum: number) =>
  z.coerce.number().int().min(1).max(maximum).default(fallback)

export const searchRequest = z.object({ q: z.string().max(200), limit: wholeNumber(8, 50) })
export const keyRequest = z.object({ key: nodeKeySchema })
export const neighbourhoodRequest = z.object({
  key: nodeKeySchema,
  /** Only these relations; all of them where left out. */
  types: z.array(drawnTypeSchema).min(1).nullable().default(null),
  limit: wholeNumber(expansionSize, 500),
  /** What the picture shows already: it keeps its place, counts towards no limit, and edges to it come too. */
  present: present.default([]),
})
export const evidenceRequest = z.object({
  type: drawnTypeSchema,
  from: nodeKeySchema,
  to: nodeKeySchema,
  limit: wholeNumber(100, 1000),
})
export const pathsRequest = z.object({ from: nodeKeySchema, to: nodeKeySchema, limit: wholeNumber(5, 20) })
export const cypherRequest = z.object({
  cypher: z.string().min(1).max(100_000),
  params: z.record(z.string(), z.unknown()).default({}),
  timeoutMs: z.int().min(100).max(120_000).default(10_000),
  maxRows: z.int().min(1).max(20_000).default(500),
})

export const exportRequest = z.object({
  format: z.string(),
  /** One of the format's files, where it has several. */
  part: z.enum(['main', 'nodes', 'edges']).optional(),
  view: z
    .object({
      nodes: z.array(nodeKeySchema).max(20_000),
      edges: z
        .array(z.object({ source: nodeKeySchema, type: z.string(), target: nodeKeySchema }))
        .max(100_000),
    })
    .optional(),
  cypher: z.string().max(100_000).optional(),
})

export interface ExportFormat {
  name: string
  label: string
  extension: string
  parts: ('main' | 'nodes' | 'edges')[]
}

export interface ConceptHit {
  kind: 'concept'
  key: string
  type: ConceptType
  name: string
  /** The other name that the query found, where it was not the name itself. */
  alias: string | null
  papers: number
}
export interface PaperHit {
  kind: 'paper'
  key: string
  title: string
  year: number | null
}
export interface SearchResult {
  concepts: ConceptHit[]
  papers: PaperHit[]
}

/** What a stretch of a sentence stands for. */
export type MarkRole = 'subject' | 'object' | 'cue' | 'mention'
export interface Mark {
  start: number
  end: number
  role: MarkRole
}
export interface MarkedText {
  text: string
  /** Offsets into `text`, sorted; they may overlap. */
  marks: Mark[]
}

export interface PaperReference {
  key: string
  title: string
  year: number | null
  venue: string | null
  authors: string[]
  url: string | null
}

/** One paper's statement behind an edge. */
export interface EvidenceItem {
  paper: PaperReference
  sentence: MarkedText
  /** Further sentences of the same paper. */
  more: MarkedText[]
  stance: 'for' | 'against'
  hedged: boolean
  confidence: number | null
  /** The rule or model that read it. */
  rule: string | null
  intent: Intent | null
  /** "by 2.1 F1 on SQuAD": what is stated beside the two ends. */
  result: string | null
}

export interface Evidence {
  type: DrawnType
  from: { key: string; name: string }
  to: { key: string; name: string }
  papersFor: number
  papersAgainst: number
  items: EvidenceItem[]
  truncated: boolean
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

export interface PathStep {
  from: ViewNode
  to: ViewNode
  edge: ViewEdge
}
export interface Paths {
  paths: PathStep[][]
  view: View
}

export interface CypherAnswer extends QueryResult {
  maxRows: number
  /** What of the result can be drawn. */
  view: View
}

export interface Stats {
  papers: number
  concepts: { type: ConceptType; count: number }[]
  claims: number
  relations: { type: DrawnType; count: number }[]
  store: string
  version: string
}

export type { StoreSchema }

/** How every failure is told. */
export interface Failure {
  error: { class: string; message: string; position?: number; reason?: 'deadline' | 'memory' | 'aborted' }
}
