/** What came in altogether, and the way to it. */
import { useEffect } from 'react'
import { countOf } from '../numbers.ts'
import type { Exploration } from '../state/use-explorer.ts'
import { NewPapers } from './new-papers.tsx'
import type { QueuedPapers } from './paper-queue.ts'
import { outcomeWords } from './queue-words.ts'

interface AddedPapersProps {
  items: readonly QueuedPapers[]
  exploration: Exploration
  /** Takes away those that have ended. */
  clear(): void
}

export function AddedPapers({ items, exploration, clear }: AddedPapersProps) {
  const outcomes = items.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]))
  const sum = (count: (outcome: (typeof outcomes)[number]) => number) =>
    outcomes.reduce((total, outcome) => total + count(outcome), 0)
  const total = {
    papers: sum(({ papers }) => papers),
    withoutAbstract: sum(({ withoutAbstract }) => withoutAbstract),
    added: sum(({ added }) => added),
    updated: sum(({ updated }) => updated),
    unchanged: sum(({ unchanged }) => unchanged),
    addedConcepts: sum(({ addedConcepts }) => addedConcepts),
  }
  const keysOf = (label: string, idsOf: (outcome: (typeof outcomes)[number]) => readonly string[]) => [
    ...new Set(outcomes.flatMap((outcome) => idsOf(outcome).map((id) => `${label}/${id}`))),
  ]
  const papers = keysOf('Paper', ({ addedIds }) => addedIds)
  const concepts = keysOf('Concept', ({ addedConceptIds }) => addedConceptIds)
  const isOver = items.every(({ state }) => state === 'done' || state === 'failed')

  // An empty page has nothing to lose.
  const { openLandscape, stats } = exploration
  const wasEmpty = stats?.papers === 0
  const isFirst = isOver && wasEmpty && total.papers > 0
  useEffect(() => {
    if (isFirst) openLandscape()
  }, [isFirst, openLandscape])

  if (!isOver || items.length === 0) return null
  return (
    <div className="papers-added">
      <p role="status">
        {outcomes.length > 0 ? `${outcomeWords(total)}.` : ''}
        {total.addedConcepts > 0 && ` ${countOf(total.addedConcepts, 'new concept')}.`}
        {total.withoutAbstract > 0 &&
          ` ${countOf(total.withoutAbstract, 'paper')} without abstract, of which little can be read.`}
      </p>
      <button type="button" className="text-button" onClick={clear}>
        Clear the list
      </button>
      {papers.length > 0 && (
        <NewPapers
          papers={papers}
          concepts={concepts}
          further={Math.max(0, total.added - papers.length)}
          exploration={exploration}
        />
      )}
    </div>
  )
}
