/** Which types each predicate joins, from subject to object. */
import type { ConceptType, Predicate } from '../../shared/schema.ts'

export type Signature = `${ConceptType}>${ConceptType}`

export const signatures: Readonly<Record<Predicate, Signature>> = {
  USED_FOR: 'Method>Task',
  PART_OF: 'Method>Method',
  BASED_ON: 'Method>Method',
  SUBCLASS_OF: 'Method>Method',
  SUBTASK_OF: 'Task>Task',
  TRAINED_ON: 'Method>Dataset',
  EVALUATED_ON: 'Method>Dataset',
  BENCHMARK_FOR: 'Dataset>Task',
  MEASURED_BY: 'Method>Metric',
  COMPARED_WITH: 'Method>Method',
  OUTPERFORMS: 'Method>Method',
}

/** A method is also used for another method. */
export const predicatesBySignature: Readonly<Partial<Record<Signature, readonly Predicate[]>>> = {
  'Method>Method': ['USED_FOR', 'PART_OF', 'BASED_ON', 'SUBCLASS_OF', 'COMPARED_WITH', 'OUTPERFORMS'],
  'Method>Task': ['USED_FOR'],
  'Method>Dataset': ['TRAINED_ON', 'EVALUATED_ON'],
  'Method>Metric': ['MEASURED_BY'],
  'Task>Task': ['SUBTASK_OF'],
  'Dataset>Task': ['BENCHMARK_FOR'],
}

export function allows(predicate: Predicate, subject: ConceptType, object: ConceptType): boolean {
  return predicatesBySignature[`${subject}>${object}`]?.includes(predicate) ?? false
}
