import type { ReactNode } from 'react'
import type { PaperDetails as Paper } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { relationName } from '../relation-names.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { Certainty } from './certainty.tsx'
import { WhenLoaded } from './loading.tsx'
import { MarkedSentence } from './marked-sentence.tsx'
import { PaperLink } from './paper-line.tsx'
import { Relations } from './relations.tsx'
import { useLoaded } from './use-loaded.ts'
import './claim-details.css'
import './evidence.css'
import './paper-details.css'

interface PaperDetailsProps {
  paperKey: string
  exploration: Exploration
  /** What can be done with it, below its name. */
  children: ReactNode
}

export function PaperDetails({ paperKey, exploration, children }: PaperDetailsProps) {
  const loaded = useLoaded(paperKey, (signal) => api.paper(paperKey, signal))
  return (
    <WhenLoaded loaded={loaded}>
      {(paper) => (
        <>
          <header className="headline">
            <p className="kind type-Paper">
              <span className="dot" />
              Paper
            </p>
            <h2>
              {paper.title} <PaperLink paper={paper} />
            </h2>
            <p className="facts">{paper.authors.join(', ')}</p>
            <p className="facts">{[paper.venue, paper.year].filter(Boolean).join(' · ')}</p>
          </header>
          {children}
          {paper.abstract === null ? (
            <p className="note">No abstract was given for this paper.</p>
          ) : (
            <section aria-label="Abstract" className="abstract">
              <MarkedSentence marked={paper.abstract} />
            </section>
          )}
          <Relations exploration={exploration} nodeKey={paperKey} name={paper.title} />
          <Concepts paper={paper} open={exploration.open} />
          <Claims paper={paper} select={(key) => exploration.select({ kind: 'claim', key })} />
        </>
      )}
    </WhenLoaded>
  )
}

function Concepts({ paper, open }: { paper: Paper; open(key: string, name: string): void }) {
  if (paper.concepts.length === 0) return null
  const intents = [...new Set(paper.concepts.map(({ intent }) => intent))]
  return (
    <section aria-label="Concepts">
      <h3>What it speaks of</h3>
      {intents.map((intent) => (
        <div key={intent} className="chips">
          <span className="intent">{intent}</span>
          {paper.concepts
            .filter((concept) => concept.intent === intent)
            .map(({ key, name, type }) => (
              <button key={key} type="button" className={`chip type-${type}`} onClick={() => open(key, name)}>
                <span className="dot" />
                {name}
              </button>
            ))}
        </div>
      ))}
    </section>
  )
}

function Claims({ paper, select }: { paper: Paper; select(key: string): void }) {
  if (paper.claims.length === 0) return null
  return (
    <section aria-label="Claims">
      <h3>What it claims</h3>
      <ol className="evidence-list">
        {paper.claims.map((claim) => (
          <li
            key={claim.key}
            className={claim.stance === 'against' ? 'evidence evidence-against' : 'evidence'}
          >
            <button type="button" className="open-claim" onClick={() => select(claim.key)}>
              {claim.subject} <em>{relationName(claim.predicate)}</em> {claim.object}
            </button>
            <MarkedSentence marked={claim.sentence} />
            <Certainty item={claim} />
          </li>
        ))}
      </ol>
    </section>
  )
}
