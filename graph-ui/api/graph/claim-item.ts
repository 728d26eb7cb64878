/** A stored claim as evidence. */
import type { NodeValue, Value } from '../../../shared/graph-store/store.ts'
import { type Intent, intents } from '../../../shared/schema.ts'
import type { EvidenceItem, PaperReference } from '../contract.ts'
import { claimKey } from './keys.ts'
import { markText } from './marked-text.ts'
import { number, numberOrNull, text, textOrNull } from './reading.ts'

/** One claim as evidence. */
export function claimItem(value: Value | undefined, paper: PaperReference): EvidenceItem {
  const claim = (value as NodeValue).properties
  const span = (name: string) => ({
    start: numberOrNull(claim[`${name}Start`]),
    end: numberOrNull(claim[`${name}End`]),
  })
  return {
    key: claimKey(text(claim.id)),
    paper,
    sentence: markText(text(claim.sentence), number(claim.start), [
      { ...span('subject'), role: 'subject' },
      { ...span('object'), role: 'object' },
      { ...span('cue'), role: 'cue' },
    ]),
    more: [],
    stance: claim.negated === true ? 'against' : 'for',
    hedged: claim.hedged === true,
    confidence: numberOrNull(claim.confidence),
    rule: textOrNull(claim.rule),
    reader: null,
    intent: null,
    result: resultOf(claim),
  }
}

/** "by 2.1 F1 on SQuAD", from what the claim states beside its ends. */
function resultOf(claim: Record<string, Value>): string | null {
  const amount = amountOf(claim)
  const metric = textOrNull(claim.metric)
  const parts = [
    amount === null ? metric : `${amount}${metric && metric !== claim.unit ? ` ${metric}` : ''}`,
    textOrNull(claim.dataset) && `on ${textOrNull(claim.dataset)}`,
    textOrNull(claim.task) && `for ${textOrNull(claim.task)}`,
  ].filter((part) => part)
  return parts.length > 0 ? parts.join(' ') : null
}

/** "by 2.1 %", "91.2" */
export function amountOf(claim: Record<string, Value>): string | null {
  const value = numberOrNull(claim.value)
  if (value === null) return null
  const unit = textOrNull(claim.unit)
  const lead = claim.valueKind === 'difference' ? 'by ' : claim.valueKind === 'ratio' ? 'by a factor of ' : ''
  return `${lead}${value}${unit === '%' ? ' %' : unit ? ` ${unit}` : ''}`
}

export function toIntent(value: Value | undefined): Intent {
  return intents.find((intent) => intent === value) ?? 'background'
}
