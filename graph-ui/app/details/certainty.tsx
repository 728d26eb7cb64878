/** What is said of a statement beside its sentence: its stance, its result, how sure it is, and what read it. */
import type { EvidenceItem } from '../../api/contract.ts'
import { madeBy } from './made-by.ts'
import './evidence.css'

export function Certainty({ item }: { item: EvidenceItem }) {
  const maker = madeBy(item.rule, item.reader)
  const facts = [
    item.stance === 'against' && 'says the opposite',
    item.stance === 'reversed' && 'says the reverse',
    item.result,
    item.hedged && 'hedged',
    item.intent,
    item.confidence !== null && `${Math.round(item.confidence * 100)} % sure`,
    maker && `read by ${maker}`,
  ].filter((fact): fact is string => Boolean(fact))
  if (facts.length === 0) return null
  return (
    <p className="certainty">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  )
}
