/** One claim: what it says, the sentence it was read from, and what it states beside. */
import type { ReactNode } from 'react'
import type { ClaimDetails as Claim, ClaimedConcept } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { Icon } from '../frame/icons.tsx'
import { relationName } from '../relation-names.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { Certainty } from './certainty.tsx'
import { WhenLoaded } from './loading.tsx'
import { MarkedSentence } from './marked-sentence.tsx'
import { PaperLine } from './paper-line.tsx'
import { showEdge } from './show-edge.ts'
import { SurenessNote } from './sureness-note.tsx'
import { takeLostFocus } from './take-lost-focus.ts'
import { useLoaded } from './use-loaded.ts'
import './claim-details.css'
import './edge-details.css'

interface ClaimDetailsProps {
  claimKey: string
  exploration: Exploration
  goToNode(key: string): void
  /** What can be done with it as a node of the picture. */
  children?: ReactNode
}

export function ClaimDetails({ claimKey, exploration, goToNode, children }: ClaimDetailsProps) {
  const loaded = useLoaded(claimKey, (signal) => api.claim(claimKey, signal))
  return (
    <WhenLoaded loaded={loaded}>
      {(claim) => (
        <article aria-label={nameOf(claim)} className="claim-details" tabIndex={-1} ref={takeLostFocus}>
          <p className="kind type-Claim">
            <span className="dot" />
            {claim.stance === 'against' ? 'Claim that this is not so' : 'Claim'}
          </p>
          <header className="statement">
            <End concept={claim.subject} goToNode={goToNode} />
            <span className="relation" data-relation={claim.predicate}>
              {relationName(claim.predicate)}
            </span>
            <End concept={claim.object} goToNode={goToNode} />
          </header>
          {claim.edge === null ? (
            <p className="note">No paper asserts it, so the graph has no edge for it.</p>
          ) : (
            <div className="node-actions">
              <button type="button" onClick={() => showEdge(exploration, claim, goToNode)}>
                <Icon name="fit" /> Show the edge
              </button>
            </div>
          )}
          {children}
          <section aria-label="Sentence" className="evidence">
            <MarkedSentence marked={claim.sentence} />
            <PaperLine paper={claim.paper} read={goToNode} />
            <Certainty item={{ ...claim, result: null }} />
          </section>
          <Stated claim={claim} goToNode={goToNode} />
          {claim.confidence !== null && <SurenessNote />}
        </article>
      )}
    </WhenLoaded>
  )
}

/** "ResNet outperforms VGG" */
function nameOf({ subject, predicate, object }: Claim): string {
  return `${subject.name} ${relationName(predicate)} ${object.name}`
}

function End({ concept, goToNode }: { concept: ClaimedConcept; goToNode(key: string): void }) {
  const { key, type, name } = concept
  const className = `end type-${type ?? 'Other'}`
  const content = (
    <>
      <span className="dot" />
      {name}
    </>
  )
  return key === null ? (
    <span className={className}>{content}</span>
  ) : (
    <button type="button" className={className} onClick={() => goToNode(key)}>
      {content}
    </button>
  )
}

function Stated({ claim, goToNode }: { claim: Claim; goToNode(key: string): void }) {
  const { amount, metric, dataset, task } = claim
  const concepts = [
    ['Metric', metric],
    ['Dataset', dataset],
    ['Task', task],
  ] as const
  if (amount === null && concepts.every(([, concept]) => concept === null)) return null
  return (
    <dl className="stated" aria-label="Stated beside">
      {amount !== null && (
        <div>
          <dt>Value</dt>
          <dd>{amount}</dd>
        </div>
      )}
      {concepts.map(
        ([name, concept]) =>
          concept && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Named concept={concept} goToNode={goToNode} />
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}

function Named({
  concept: { key, type, name },
  goToNode,
}: {
  concept: ClaimedConcept
  goToNode(key: string): void
}) {
  if (key === null) return name
  return (
    <button type="button" className={`chip type-${type}`} onClick={() => goToNode(key)}>
      <span className="dot" />
      {name}
    </button>
  )
}
