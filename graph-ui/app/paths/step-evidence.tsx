/** The sentences behind one step of a path; they are fetched when it is opened. */
import type { PathStep } from '../../api/contract.ts'
import { EvidenceList } from '../details/evidence-list.tsx'
import { WhenLoaded } from '../details/loading.tsx'
import { summaryOf } from '../details/summary.ts'
import { useEvidence } from '../details/use-evidence.ts'
import { stepSentence } from './path-sentence.ts'

interface StepEvidenceProps {
  id: string
  step: PathStep
  goToNode(key: string): void
}

export function StepEvidence({ id, step, goToNode }: StepEvidenceProps) {
  const pages = useEvidence(step.edge, { first: 3 })
  return (
    <section id={id} className="step-evidence" aria-label={`Sentences: ${stepSentence(step)}`}>
      <WhenLoaded loaded={pages.loaded}>
        {(evidence) => (
          <>
            <p className="summary">{summaryOf(evidence)}</p>
            <EvidenceList pages={pages} evidence={evidence} read={goToNode} />
          </>
        )}
      </WhenLoaded>
    </section>
  )
}
