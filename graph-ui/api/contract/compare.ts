/** Methods side by side, pairs on which papers disagree, and the numbers that papers report on a dataset. */
import { z } from 'zod'
import type { ValueKind } from '../../../shared/schema.ts'
import { mostCompared } from '../comparison-size.ts'
import type { ConceptReference, EvidenceItem, PaperReference } from './evidence.ts'
import { nodeKeySchema, wholeNumber } from './keys.ts'

const conceptKeySchema = nodeKeySchema.refine((key) => key.startsWith('Concept/'), 'expected Concept/ID')

export const compareRequest = z.object({
  keys: z
    .array(conceptKeySchema)
    .min(2, 'name at least two concepts')
    .max(mostCompared, `name at most ${mostCompared} concepts`)
    .refine((keys) => new Set(keys).size === keys.length, 'name each concept once'),
})

/** What the columns of a comparison are related to. */
export const comparedRelations = ['EVALUATED_ON', 'TRAINED_ON', 'USED_FOR', 'MEASURED_BY'] as const
export type ComparedRelation = (typeof comparedRelations)[number]

/** A claim with its sentence, and what it states beside its two ends. */
export interface ClaimStatement extends EvidenceItem {
  /** The claim's own key. */
  key: string
  value: number | null
  /** The number as the sentence has it ("16.0"). */
  written: string | null
  unit: string | null
  valueKind: ValueKind | null
  dataset: ConceptReference | null
  task: ConceptReference | null
  metric: ConceptReference | null
}

export interface ComparedConcept extends ConceptReference {
  papers: number
  firstYear: number | null
  introducedBy: PaperReference[]
}

/** The papers behind one relation of one of the concepts. */
export interface ComparedCell {
  papers: number
  against: number
}

/** What at least one of the concepts is related to; the cells are in the order of the concepts. */
export interface ComparedRow {
  other: ConceptReference
  cells: (ComparedCell | null)[]
}

export interface ComparedGroup {
  relation: ComparedRelation
  /** What most of the concepts share comes first. */
  rows: ComparedRow[]
  /** Rows there are; those beyond the first are left out. */
  total: number
}

/** What papers say of one concept outperforming another. */
export interface Duel {
  winner: string
  loser: string
  papersFor: number
  /** Papers that deny it. */
  papersAgainst: number
  /** Papers that say that the loser outperforms the winner. */
  papersReversed: number
  /** Those that say so before those that deny it, and numbers before mere words. */
  statements: ClaimStatement[]
  /** Statements there are; those beyond the first are left out. */
  total: number
}

export interface Comparison {
  /** In the order in which they were asked for. */
  concepts: ComparedConcept[]
  groups: ComparedGroup[]
  duels: Duel[]
}

export const contradictionsRequest = z.object({
  limit: wholeNumber(20, 100),
  offset: z.coerce.number().int().min(0).default(0),
})

/** One side of a disagreement. */
export interface ContradictionSide {
  concept: ConceptReference
  /** Papers that say that it outperforms the other. */
  ahead: number
  /** Papers that deny that the other outperforms it. */
  notBehind: number
  /** Papers on this side. */
  papers: number
  /** The surest statement of this side. */
  example: ClaimStatement
}

export interface Contradiction {
  /** The side of more papers first. */
  sides: [ContradictionSide, ContradictionSide]
  papers: number
  firstYear: number | null
  lastYear: number | null
}

export interface Contradictions {
  pairs: Contradiction[]
  total: number
}

export const leaderboardsRequest = z.object({
  q: z.string().max(200).default(''),
  limit: wholeNumber(100, 1000),
})

/** A dataset on which papers report numbers. */
export interface LeaderboardDataset extends ConceptReference {
  methods: number
  papers: number
}

export interface Leaderboards {
  datasets: LeaderboardDataset[]
  total: number
}

export const leaderboardRequest = z.object({
  dataset: conceptKeySchema,
  metric: conceptKeySchema.optional(),
  task: conceptKeySchema.optional(),
})

export type BetterDirection = 'higher' | 'lower'

/** A number that a paper reports of a method. */
export interface Score {
  method: ConceptReference
  /** Whom it is compared with, where the number is a difference or a ratio. */
  over: ConceptReference | null
  statement: ClaimStatement
}

/** Numbers of one metric in one unit, of one kind: a difference is never listed among scores. */
export interface Board {
  /** The metric as papers call it; null where the sentences name none. */
  metric: string | null
  unit: string | null
  kind: ValueKind
  /** Null where it is not known which numbers are the better ones. */
  better: BetterDirection | null
  /** The best first; the largest first where it is not known which are better. */
  scores: Score[]
}

export interface Leaderboard {
  dataset: ConceptReference
  boards: Board[]
}
