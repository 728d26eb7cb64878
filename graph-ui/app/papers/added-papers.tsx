/** What came in altogether, and the way to it. */
import { useEffect } from 'react'
import { api } from '../api/index.ts'
import { countOf } from '../numbers.ts'
import type { Exploration } from '../state/use-explorer.ts'
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
  }
  const keys = [...new Set(outcomes.flatMap(({ addedIds }) => addedIds.map((id) => `Paper/${id}`)))]
  const isOver = items.every(({ state }) => state === 'done' || state === 'failed')

  // An empty page has nothing to lose.
  const { openLandscape, stats } = exploration
  const wasEmpty = stats?.papers === 0
  const isFirst = isOver && wasEmpty && total.papers > 0
  useEffect(() => {
    if (isFirst) openLandscape()
  }, [isFirst, openLandscape])

  const showNew = () =>
    exploration.showFetched('New papers', { kind: 'nodes' }, (signal) => api.view(keys, signal))
  if (!isOver || items.length === 0) return null
  return (
    <div className="papers-added">
      <p role="status">
        {outcomes.length > 0 ? `${outcomeWords(total)}.` : ''}
        {total.withoutAbstract > 0 &&
          ` ${countOf(total.withoutAbstract, 'paper')} without abstract, of which little can be read.`}
      </p>
      {keys.length > 0 && (
        <button type="button" className="primary" onClick={showNew}>
          {total.added > keys.length ? `Show ${keys.length} of what is new` : 'Show what is new'}
        </button>
      )}
      <button type="button" className="text-button" onClick={clear}>
        Clear the list
      </button>
    </div>
  )
}
