import type { ReactNode } from 'react'
import type { ConceptDetails as Concept } from '../../api/contract.ts'
import { api } from '../api/index.ts'
import { countOf, yearRange } from '../numbers.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { WhenLoaded } from './loading.tsx'
import { PaperLine } from './paper-line.tsx'
import { Relations } from './relations.tsx'
import { useLoaded } from './use-loaded.ts'

interface ConceptDetailsProps {
  conceptKey: string
  exploration: Exploration
  select(key: string): void
  /** What can be done with it, below its name. */
  children: ReactNode
}

const firstPapers = 12

export function ConceptDetails({ conceptKey, exploration, select, children }: ConceptDetailsProps) {
  const loaded = useLoaded(conceptKey, (signal) => api.concept(conceptKey, signal))
  return (
    <WhenLoaded loaded={loaded}>
      {(concept) => (
        <>
          <header className="headline">
            <p className={`kind type-${concept.type}`}>
              <span className="dot" />
              {concept.type}
            </p>
            <h2>{concept.name}</h2>
            <p className="facts">
              {[countOf(concept.papers, 'paper'), yearRange(concept.firstYear, concept.lastYear)]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {concept.aliases.length > 0 && <Aliases aliases={concept.aliases} />}
          </header>
          {children}
          <Relations exploration={exploration} nodeKey={conceptKey} name={concept.name} />
          <Papers concept={concept} select={select} />
        </>
      )}
    </WhenLoaded>
  )
}

function Aliases({ aliases }: { aliases: string[] }) {
  const shown = aliases.slice(0, 8)
  return (
    <p className="aliases">
      Also called {shown.join(', ')}
      {aliases.length > shown.length && ` and ${aliases.length - shown.length} more`}
    </p>
  )
}

function Papers({ concept, select }: { concept: Concept; select(key: string): void }) {
  const { introducedBy, mentionedBy } = concept
  const all = Math.max(concept.papers - introducedBy.length, mentionedBy.length)
  const more = all - Math.min(firstPapers, mentionedBy.length)
  return (
    <>
      {concept.introducedBy.length > 0 && (
        <section aria-label="Introduced by">
          <h3>Introduced by</h3>
          {concept.introducedBy.map((paper) => (
            <PaperLine key={paper.key} paper={paper} read={select} />
          ))}
        </section>
      )}
      {concept.mentionedBy.length > 0 && (
        <section aria-label="Mentioned by">
          <h3>{concept.introducedBy.length > 0 ? 'Then spoken of by' : 'Spoken of by'}</h3>
          {concept.mentionedBy.slice(0, firstPapers).map((paper) => (
            <PaperLine key={paper.key} paper={paper} read={select}>
              <span className="intent">{paper.intent}</span>
            </PaperLine>
          ))}
          {more > 0 && <p className="note">and {countOf(more, 'more paper')}</p>}
        </section>
      )}
    </>
  )
}
