/** A claim before its ends have names: what the rules and the model of pairs hand in. */
import type { Predicate, Span, ValueKind } from '../../shared/schema.ts'
import type { Place, ReadSentence } from './reading.ts'

export interface ClaimDraft {
  predicate: Predicate
  subject: Place
  object: Place
  sentence: ReadSentence
  cue: Span
  rule: string
  /** Share of claims of this rule that hold, or the model's probability. */
  confidence: number
  negated: boolean
  hedged: boolean
  /** Entities, as indices. */
  dataset: number | null
  task: number | null
  metric: number | null
  value: number | null
  unit: string | null
  valueKind: ValueKind | null
}

/** Of a claim that says no more than how its ends stand to each other. */
export const noDetails = {
  dataset: null,
  task: null,
  metric: null,
  value: null,
  unit: null,
  valueKind: null,
} as const
