import type { DrawnType } from '../api/contract.ts'

/** Relations as a person says them: "BERT [is based on] Transformer". */
const names: Record<DrawnType, { out: string; in: string }> = {
  OUTPERFORMS: { out: 'outperforms', in: 'is outperformed by' },
  BASED_ON: { out: 'is based on', in: 'is the basis of' },
  USED_FOR: { out: 'is used for', in: 'is done with' },
  EVALUATED_ON: { out: 'is evaluated on', in: 'evaluates' },
  TRAINED_ON: { out: 'is trained on', in: 'trains' },
  COMPARED_WITH: { out: 'is compared with', in: 'is compared with' },
  PART_OF: { out: 'is part of', in: 'has as a part' },
  SUBCLASS_OF: { out: 'is a kind of', in: 'has the kind' },
  SUBTASK_OF: { out: 'is a subtask of', in: 'has the subtask' },
  BENCHMARK_FOR: { out: 'is a benchmark for', in: 'has the benchmark' },
  MEASURED_BY: { out: 'is measured by', in: 'measures' },
  INTRODUCES: { out: 'introduces', in: 'is introduced by' },
  ADDRESSES: { out: 'addresses', in: 'is addressed by' },
  CITES: { out: 'mentions', in: 'is mentioned by' },
}

/** All relations that pictures show. */
export const drawnRelations = Object.keys(names) as DrawnType[]

/** @param direction seen from the source (`out`) or from the target (`in`) */
export function relationName(type: string, direction: 'in' | 'out' = 'out'): string {
  return names[type as DrawnType]?.[direction] ?? type.toLowerCase().replaceAll('_', ' ')
}
