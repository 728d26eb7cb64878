/** Sentences under a table: those of claims, or those behind an edge. */
import type { EvidenceItem, ViewEdge } from '../../api/contract.ts'
import { EvidenceStatement } from '../details/evidence-item.tsx'
import { EvidenceList } from '../details/evidence-list.tsx'
import { WhenLoaded } from '../details/loading.tsx'
import { useEvidence } from '../details/use-evidence.ts'
import './tables.css'

interface StatementsProps {
  items: readonly EvidenceItem[]
  /** How many there are; more than `items` where some are left out. */
  total: number
  read(key: string): void
}

export function Statements({ items, total, read }: StatementsProps) {
  return (
    <>
      <ol className="statements" aria-label="Sentences">
        {items.map((item) => (
          <EvidenceStatement key={`${item.key} ${item.paper.key} ${item.stance}`} item={item} read={read} />
        ))}
      </ol>
      {total > items.length && (
        <p className="note">
          The first {items.length.toLocaleString('en')} of {total.toLocaleString('en')} statements.
        </p>
      )}
    </>
  )
}

export function EdgeStatements({ edge, read }: { edge: ViewEdge; read(key: string): void }) {
  const pages = useEvidence(edge, { first: 20 })
  return (
    <WhenLoaded loaded={pages.loaded}>
      {(evidence) => <EvidenceList pages={pages} evidence={evidence} read={read} />}
    </WhenLoaded>
  )
}
