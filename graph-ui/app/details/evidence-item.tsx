/** One paper's statement: the sentence, then where it stands and how sure it is. */
import type { EvidenceItem } from '../../api/contract.ts'
import { Certainty } from './certainty.tsx'
import { MarkedSentence } from './marked-sentence.tsx'
import { PaperLine } from './paper-line.tsx'
import './evidence.css'

export function EvidenceStatement({ item, read }: { item: EvidenceItem; read(key: string): void }) {
  return (
    <li className={item.stance === 'for' ? 'evidence' : 'evidence evidence-against'}>
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
