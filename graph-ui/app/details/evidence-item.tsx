/** One paper's statement: the sentence, then where it stands and how sure it is. */
import type { EvidenceItem } from '../../api/contract.ts'
import { MarkedSentence } from './marked-sentence.tsx'
import { PaperLine } from './paper-line.tsx'
import './evidence.css'

export function EvidenceStatement({ item, read }: { item: EvidenceItem; read(key: string): void }) {
  return (
    <li className={item.stance === 'against' ? 'evidence evidence-against' : 'evidence'}>
      {item.sentence.text === '' ? (
        <p className="note">Stated by its bibliography.</p>
      ) : (
        <MarkedSentence marked={item.sentence} />
      )}
      {item.more.map((sentence, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a paper never change their order
        <MarkedSentence key={i} marked={sentence} />
      ))}
      <PaperLine paper={item.paper} read={read} />
      <Certainty item={item} />
    </li>
  )
}

export function Certainty({ item }: { item: EvidenceItem }) {
  const facts = [
    item.stance === 'against' && 'says the opposite',
    item.result,
    item.hedged && 'hedged',
    item.intent,
    item.confidence !== null && `${Math.round(item.confidence * 100)} % sure`,
    item.rule && `read by ${item.rule}`,
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
