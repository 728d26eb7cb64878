/** One file on its way, or what became of it. */
import { countOf } from '../numbers.ts'
import type { QueuedPapers } from './paper-queue.ts'
import { stateWords } from './queue-words.ts'
import { paperQueue } from './use-paper-queue.ts'

/** Problems shown before the person asks for all. */
const shownProblems = 5

export function QueueItem({ item }: { item: QueuedPapers }) {
  const { id, name, state, fraction, isStopping, problems, outcome } = item
  const isGoing = state === 'reading' || state === 'settling'
  const canStop = state === 'waiting' || state === 'reading'
  const first = problems.slice(0, shownProblems)
  const further = problems.slice(shownProblems)
  const untold = (outcome?.problems ?? problems.length) - problems.length
  return (
    <li className={`queued queued-${state}`} aria-label={name}>
      <div className="queued-head">
        <strong>{name}</strong>
        <span className="queued-state">{stateWords(item, performance.now())}</span>
        {canStop && (
          <button
            type="button"
            className="text-button"
            aria-label={`Stop ${name}`}
            disabled={isStopping}
            onClick={() => paperQueue.stop(id)}
          >
            Stop
          </button>
        )}
      </div>
      {isGoing && (
        <progress
          aria-label={`Progress of ${name}`}
          max={1}
          // Without a value it moves without saying how far.
          value={state === 'reading' ? (fraction ?? undefined) : undefined}
        />
      )}
      {problems.length > 0 && (
        <ul className="problems" aria-label={`Problems in ${name}`}>
          {first.map(({ id: problem, where, reason }) => (
            <li key={problem}>
              <b>{where}</b> {reason}
            </li>
          ))}
        </ul>
      )}
      {further.length > 0 && (
        <details className="problems">
          <summary>{countOf(further.length, 'further problem')}</summary>
          <ul>
            {further.map(({ id: problem, where, reason }) => (
              <li key={problem}>
                <b>{where}</b> {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      {untold > 0 && <p className="note">{countOf(untold, 'more problem')} of this file.</p>}
    </li>
  )
}
