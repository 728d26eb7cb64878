/** Relations between two mentions of one sentence, in the terms of SciER (Zhang et al., EMNLP 2024). */
import type { Predicate } from '../../../shared/schema.ts'
import type { EntityDocument } from '../../documents.ts'

export const mentionLabels = [
  'Used-For',
  'Part-Of',
  'SubClass-Of',
  'SubTask-Of',
  'Trained-With',
  'Evaluated-With',
  'Benchmark-For',
  'Compare-With',
  'Synonym-Of',
] as const
export type MentionLabel = (typeof mentionLabels)[number]

export interface MentionRelation {
  /** Indices of the document's mentions. */
  head: number
  tail: number
  label: MentionLabel
  confidence: number
}

/** Reads every relation of every sentence. */
export interface MentionPairReader {
  /** @returns at most one relation for each pair of mentions, in the order of the mentions */
  read(document: MentionDocument): Promise<MentionRelation[]>
}

/** What a reader looks at: no grouping into entities. */
export type MentionDocument = Omit<EntityDocument, 'entities'>

/** The labels as predicates; a synonym is an alias, no claim. */
export const predicateOf: Readonly<Record<MentionLabel, Predicate | null>> = {
  'Used-For': 'USED_FOR',
  'Part-Of': 'PART_OF',
  'SubClass-Of': 'SUBCLASS_OF',
  'SubTask-Of': 'SUBTASK_OF',
  'Trained-With': 'TRAINED_ON',
  'Evaluated-With': 'EVALUATED_ON',
  'Benchmark-For': 'BENCHMARK_FOR',
  'Compare-With': 'COMPARED_WITH',
  'Synonym-Of': null,
}
