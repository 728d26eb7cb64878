/** Which predicates may join which types, from subject to object. */
import type { ConceptType, Predicate } from '../../shared/schema.ts'

export type Signature = `${ConceptType}>${ConceptType}`

export const predicatesBySignature: Readonly<Partial<Record<Signature, readonly Predicate[]>>> = {
  'Method>Method': ['USED_FOR', 'PART_OF', 'BASED_ON', 'SUBCLASS_OF', 'COMPARED_WITH', 'OUTPERFORMS'],
  'Method>Task': ['USED_FOR'],
  'Method>Dataset': ['TRAINED_ON', 'EVALUATED_ON'],
  'Method>Metric': ['MEASURED_BY'],
  'Task>Task': ['SUBTASK_OF'],
  'Dataset>Task': ['BENCHMARK_FOR'],
}
