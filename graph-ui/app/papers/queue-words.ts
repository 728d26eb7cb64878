/** What a person reads about papers on their way. */
import type { IngestOutcome } from '../../api/contract.ts'
import { countOf } from '../numbers.ts'
import type { QueuedPapers } from './paper-queue.ts'

/** "12 new, 3 updated", "No papers" */
export function outcomeWords({
  added,
  updated,
  unchanged,
  papers,
}: Pick<IngestOutcome, 'added' | 'updated' | 'unchanged' | 'papers'>): string {
  if (papers === 0) return 'No papers in it'
  const parts = [
    [added, 'new'],
    [updated, 'updated'],
    [unchanged, 'unchanged'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count.toLocaleString('en')} ${what}`)
    .join(', ')
}

/** Papers in the order of their titles. */
export function byTitle<P extends { key: string; name: string }>(papers: readonly P[]): P[] {
  return [...papers].sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.key < b.key ? -1 : 1))
}

/** What stands beside it: papers read and what is left of the time, or why it is over. */
export function stateWords(item: QueuedPapers, now: number): string {
  switch (item.state) {
    case 'waiting':
      return 'Waiting'
    case 'settling':
      return 'Settling names, counts and derived relationships…'
    case 'reading': {
      if (item.isStopping) return 'Stopping after the papers in hand…'
      const left = secondsLeft(item, now)
      const read = item.papers === 0 ? 'Reading…' : `${countOf(item.papers, 'paper')} read`
      return left === null ? read : `${read}, ${timeWords(left)} to go`
    }
    case 'failed':
      return item.failure ?? ''
    case 'done': {
      const outcome = item.outcome!
      return `${outcomeWords(outcome)}${outcome.stopped ? '; stopped before the end' : ''}`
    }
  }
}

/** Null where nothing can be said yet. */
function secondsLeft({ fraction, papers, began }: QueuedPapers, now: number): number | null {
  const seconds = (now - began) / 1000
  if (fraction === null || fraction <= 0 || fraction >= 1 || papers === 0 || seconds < 1) return null
  return (seconds * (1 - fraction)) / fraction
}

function timeWords(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
