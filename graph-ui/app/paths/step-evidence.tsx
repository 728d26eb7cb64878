/** The sentences behind one step of a path; they are fetched when it is opened. */
import { useState } from 'react'
import type { PathStep } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { EvidenceStatement } from '../details/evidence-item.tsx'
import { WhenLoaded } from '../details/loading.tsx'
import { summaryOf } from '../details/summary.ts'
import { useLoaded } from '../details/use-loaded.ts'
import { stepSentence } from './path-sentence.ts'

interface StepEvidenceProps {
  id: string
  step: PathStep
  goToNode(key: string): void
}

const fewStatements = 3
const mostStatements = 1000

export function StepEvidence({ id, step, goToNode }: StepEvidenceProps) {
  const [limit, setLimit] = useState(fewStatements)
  const { edge } = step
  const loaded = useLoaded(`${edge.key} ${limit}`, (signal) =>
    api.evidence(edge, { limit, offset: 0 }, signal),
  )
  return (
    <section id={id} className="step-evidence" aria-label={`Sentences: ${stepSentence(step)}`}>
      <WhenLoaded loaded={loaded}>
        {(evidence) => (
          <>
            <p className="summary">{summaryOf(evidence)}</p>
            <ol className="evidence-list">
              {evidence.items.map((item) => (
                <EvidenceStatement
                  key={`${item.key} ${item.paper.key} ${item.stance}`}
                  item={item}
                  read={goToNode}
                />
              ))}
            </ol>
            {evidence.items.length < evidence.statements && limit === fewStatements && (
              <button type="button" className="show-more" onClick={() => setLimit(mostStatements)}>
                Show all {evidence.statements.toLocaleString('en')} statements
              </button>
            )}
            {evidence.items.length < evidence.statements && limit === mostStatements && (
              <p className="note">
                The first {evidence.items.length.toLocaleString('en')} of{' '}
                {evidence.statements.toLocaleString('en')} statements.
              </p>
            )}
          </>
        )}
      </WhenLoaded>
    </section>
  )
}
