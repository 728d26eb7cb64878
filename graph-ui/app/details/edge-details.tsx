/** What an edge rests on: every sentence, with its paper. */
import { useRef, useState } from 'react'
import type { ViewEdge, ViewNode } from '../../api/contract.ts'
import { relationName } from '../relation-names.ts'
import { EvidenceStatement } from './evidence-item.tsx'
import { WhenLoaded } from './loading.tsx'
import { summaryOf } from './summary.ts'
import { SurenessNote } from './sureness-note.tsx'
import { takeLostFocus } from './take-lost-focus.ts'
import { pageSize, useEvidence } from './use-evidence.ts'
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
  const { loaded, counts, more, isWaiting, failure } = useEvidence(edge, only)
  const list = useRef<HTMLOListElement>(null)
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
        {(evidence) => {
          const shown = evidence.items.length
          // The button may be gone afterwards, and the focus with it.
          const readOn = () => list.current?.children[shown]?.querySelector('button')?.focus()
          return (
            <>
              {shown > 0 ? (
                <ol className="evidence-list" aria-label="Sentences" ref={list}>
                  {evidence.items.map((item) => (
                    <EvidenceStatement
                      key={`${item.key} ${item.paper.key} ${item.stance}`}
                      item={item}
                      read={select}
                    />
                  ))}
                </ol>
              ) : (
                <p className="note">No sentence is kept for this edge.</p>
              )}
              {shown < evidence.statements && (
                <p className="more-evidence">
                  {shown.toLocaleString('en')} of {evidence.statements.toLocaleString('en')} statements{' '}
                  <button
                    type="button"
                    className="text-button"
                    disabled={isWaiting}
                    onClick={() => more(readOn)}
                  >
                    {isWaiting && <span className="spinner" role="status" aria-label="Fetching more" />}
                    Show {Math.min(pageSize, evidence.statements - shown)} more
                  </button>
                </p>
              )}
              {failure !== null && (
                <p role="alert" className="failed">
                  {failure}
                </p>
              )}
              {evidence.items.some(({ confidence }) => confidence !== null) && <SurenessNote />}
            </>
          )
        }}
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
