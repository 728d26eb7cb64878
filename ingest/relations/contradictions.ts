/** Which drafts give way to others: the model's word yields to a rule's, the less sure of two to the surer. */
import type { ClaimDraft } from './claim-draft.ts'

/** @returns the drafts that stand, in their order */
export function withoutContradictions(drafts: ClaimDraft[]): ClaimDraft[] {
  const denied = new Set<string>()
  const ruled = new Set<string>()
  const surest = new Map<string, number>()
  for (const draft of drafts) {
    const key = keyOf(draft)
    surest.set(key, Math.max(surest.get(key) ?? 0, draft.confidence))
    if (isModelled(draft)) continue
    if (draft.negated) denied.add(key)
    else ruled.add(key)
  }
  return drafts.filter((draft) => {
    const { predicate, subject, object, negated } = draft
    if (predicate !== 'OUTPERFORMS' && predicate !== 'COMPARED_WITH') {
      return !isModelled(draft) || !denied.has(keyOf(draft))
    }
    if (!isModelled(draft)) return true
    const back = triple(predicate, object.entity, subject.entity)
    if (!negated && denied.has(keyOf(draft))) return false
    if (ruled.has(back)) return false
    const wins = [
      triple('OUTPERFORMS', subject.entity, object.entity),
      triple('OUTPERFORMS', object.entity, subject.entity),
    ]
    if (predicate === 'COMPARED_WITH' && wins.some((key) => ruled.has(key))) return false
    const [own, other] = [surest.get(keyOf(draft))!, surest.get(back) ?? 0]
    return own > other || (own === other && subject.entity < object.entity)
  })
}

function isModelled({ rule }: ClaimDraft): boolean {
  return rule.startsWith('model/')
}

function keyOf({ predicate, subject, object }: ClaimDraft): string {
  return triple(predicate, subject.entity, object.entity)
}

function triple(predicate: string, subject: number, object: number): string {
  return `${predicate} ${subject} ${object}`
}
