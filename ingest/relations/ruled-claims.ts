/** Claims that rules make. How far each rule can be trusted was measured: ingest/models/rule-precision.json. */
import type { ClaimDraft } from './claim-draft.ts'
import type { Interpretation } from './interpretation.ts'

/** For each rule the share of its claims on annotated abstracts that the annotators made too, and their number. */
export type RulePrecision = Record<string, { precision: number; claims: number }>

export const rulePrecisionFile = 'rule-precision.json'

/** Claims of rules that hold less often are left to the model, which hears of every match. */
const leastPrecision = 0.5

export function ruledClaims({ matches }: Interpretation, precisions: RulePrecision): ClaimDraft[] {
  return matches.flatMap((match): ClaimDraft[] => {
    const confidence = precisions[match.rule]?.precision ?? 0
    if (confidence < leastPrecision) return []
    const { dataset, task, metric } = match
    return [
      {
        ...match,
        confidence,
        dataset: dataset?.entity ?? null,
        task: task?.entity ?? null,
        metric: metric?.entity ?? null,
      },
    ]
  })
}
