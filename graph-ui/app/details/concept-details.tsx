import type { ReactNode } from 'react'
import type { ConceptDetails as Concept, DrawnType } from '../../api/contract.ts'
import { expansionSize } from '../../api/expansion-size.ts'
import { api } from '../api/index.ts'
import { countOf, yearRange } from '../numbers.ts'
import { relationName } from '../relation-names.ts'
import { WhenLoaded } from './loading.tsx'
import { PaperLine } from './paper-line.tsx'
import { useLoaded } from './use-loaded.ts'
import './relations.css'

interface ConceptDetailsProps {
  conceptKey: string
  expand(name: string, relation: DrawnType, direction: 'in' | 'out'): void
  select(key: string): void
  /** How many of a relation the picture shows already. */
  shown(relation: DrawnType, direction: 'in' | 'out'): number
  /** What can be done with it, below its name. */
  children: ReactNode
}

const firstPapers = 12

export function ConceptDetails({ conceptKey, expand, select, shown, children }: ConceptDetailsProps) {
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
          <Relations concept={concept} expand={expand} shown={shown} />
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

/** What expanding would bring, before anything is added. */
function Relations({
  concept,
  expand,
  shown,
}: { concept: Concept } & Pick<ConceptDetailsProps, 'expand' | 'shown'>) {
  if (concept.relations.length === 0) return null
  return (
    <section aria-label="Relations">
      <h3>In the graph</h3>
      <ul className="relation-counts">
        {concept.relations.map(({ type, direction, count }) => {
          const name = relationName(type, direction)
          const missing = count - shown(type, direction)
          return (
            <li key={`${type} ${direction}`}>
              <button
                type="button"
                disabled={missing <= 0}
                onClick={() => expand(concept.name, type, direction)}
              >
                <span className="relation" data-relation={type}>
                  {name}
                </span>
                <span className="count">{count.toLocaleString('en')}</span>
                <span className="add">{addition(missing)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What one expansion adds. */
function addition(missing: number): string {
  if (missing <= 0) return 'shown'
  return missing <= expansionSize ? `add ${missing}` : `add ${expansionSize} more`
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
