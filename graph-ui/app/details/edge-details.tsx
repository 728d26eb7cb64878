/** What an edge rests on: every sentence, with its paper. */
import type { Evidence, ViewEdge, ViewNode } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { countOf } from '../numbers.ts'
import { relationName } from '../relation-names.ts'
import { EvidenceStatement } from './evidence-item.tsx'
import { WhenLoaded } from './loading.tsx'
import { useLoaded } from './use-loaded.ts'
import './edge-details.css'
import './evidence.css'

interface EdgeDetailsProps {
  edge: ViewEdge
  from: ViewNode
  to: ViewNode
  select(key: string): void
}

export function EdgeDetails({ edge, from, to, select }: EdgeDetailsProps) {
  const loaded = useLoaded(edge.key, (signal) => api.evidence(edge, signal))
  const relation = relationName(edge.type)
  return (
    <article aria-label={`${from.name} ${relation} ${to.name}`}>
      <header className="statement">
        <NodeButton node={from} select={select} />
        <span className="relation" data-relation={edge.type}>
          {relation}
        </span>
        <NodeButton node={to} select={select} />
      </header>
      <WhenLoaded loaded={loaded}>
        {(evidence) => (
          <>
            <p className="summary">{summaryOf(evidence, from.type === 'Paper')}</p>
            {evidence.items.length > 0 ? (
              <ol className="evidence-list" aria-label="Sentences">
                {evidence.items.map((item) => (
                  <EvidenceStatement
                    key={`${item.paper.key} ${item.sentence.text} ${item.rule}`}
                    item={item}
                    read={select}
                  />
                ))}
              </ol>
            ) : (
              <p className="note">No sentence is kept for this edge.</p>
            )}
            {evidence.truncated && (
              <p className="note">The first {evidence.items.length} statements; there are more.</p>
            )}
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

function summaryOf({ papersFor, papersAgainst, items }: Evidence, said: boolean): string {
  if (said)
    return countOf(
      items.reduce((sum, { more }) => sum + 1 + more.length, 0),
      'sentence',
    )
  const verb = papersFor === 1 ? 'says' : 'say'
  const opposite =
    papersAgainst > 0 ? `, ${papersAgainst} ${papersAgainst === 1 ? 'says' : 'say'} the opposite` : ''
  return `${countOf(papersFor, 'paper')} ${verb} so${opposite}.`
}
