/** The statements behind an edge, as far as they have come, and the way to the others. */
import { useRef } from 'react'
import type { Evidence } from '../../api/contract.ts'
import { EvidenceStatement } from './evidence-item.tsx'
import { MorePages } from './more-pages.tsx'
import { statementsAtOnce } from './use-evidence.ts'
import type { Pages } from './use-pages.ts'

interface EvidenceListProps {
  pages: Pages<Evidence>
  /** What has come of them. */
  evidence: Evidence
  read(key: string): void
}

export function EvidenceList({ pages, evidence: { items, statements }, read }: EvidenceListProps) {
  const list = useRef<HTMLOListElement>(null)
  if (items.length === 0) return <p className="note">No sentence is kept for this edge.</p>
  return (
    <>
      <ol className="evidence-list" aria-label="Sentences" ref={list}>
        {items.map((item) => (
          <EvidenceStatement key={`${item.key} ${item.paper.key} ${item.stance}`} item={item} read={read} />
        ))}
      </ol>
      <MorePages
        pages={pages}
        shown={items.length}
        total={statements}
        pageSize={statementsAtOnce}
        things="statements"
        list={list}
      />
    </>
  )
}
