/** What an edge rests on: every sentence, with its paper. */
import { useRef, useState } from 'react'
import type { Evidence, ViewEdge, ViewNode } from '../../api/contract.ts'
import { relationName } from '../relation-names.ts'
import { EvidenceList } from './evidence-list.tsx'
import { WhenLoaded } from './loading.tsx'
import { summaryOf } from './summary.ts'
import { SurenessNote } from './sureness-note.tsx'
import { takeLostFocus } from './take-lost-focus.ts'
import { useEvidence } from './use-evidence.ts'
import './edge-details.css'
import './evidence.css'

interface EdgeDetailsProps {
  edge: ViewEdge
  from: ViewNode
  to: ViewNode
  select(key: string): void
}

export function EdgeDetails({ edge, from, to, select }: EdgeDetailsProps) {
  const [only, setOnly] = useState<'all' | 'opposed'>('all')
  const pages = useEvidence(edge, { only })
  const { loaded } = pages
  /** They stay while other statements of the edge are on their way. */
  const counted = useRef<Evidence | null>(null)
  if (loaded.state === 'ready') counted.current = loaded.value
  const counts = counted.current
  const relation = relationName(edge.type)
  return (
    <article aria-label={`${from.name} ${relation} ${to.name}`} tabIndex={-1} ref={takeLostFocus}>
      <header className="statement">
        <NodeButton node={from} select={select} />
        <span className="relation" data-relation={edge.type}>
          {relation}
        </span>
        <NodeButton node={to} select={select} />
      </header>
      {counts && <p className="summary">{summaryOf(counts)}</p>}
      {counts && counts.papersOpposed > 0 && counts.papersFor > 0 && (
        <label className="only-opposed">
          <input
            type="checkbox"
            checked={only === 'opposed'}
            onChange={({ target }) => setOnly(target.checked ? 'opposed' : 'all')}
          />{' '}
          Only the opposite
        </label>
      )}
      <WhenLoaded loaded={loaded}>
        {(evidence) => (
          <>
            <EvidenceList pages={pages} evidence={evidence} read={select} />
            {evidence.items.some(({ confidence }) => confidence !== null) && <SurenessNote />}
          </>
        )}
      </WhenLoaded>
    </article>
  )
}

function NodeButton({ node, select }: { node: ViewNode; select(key: string): void }) {
  return (
    <button type="button" className={`end type-${node.type}`} onClick={() => select(node.key)}>
      <span className="dot" />
      {node.name}
    </button>
  )
}
