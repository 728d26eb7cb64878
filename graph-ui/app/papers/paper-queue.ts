/**
 * Papers on their way into the graph, one source after another. It outlives the panel that shows it: what was begun
 * goes on when that is closed.
 */
import type { IngestOutcome, PaperEvent } from '../../api/contract.ts'
import type { Api } from '../api/index.ts'
import { messageOf } from '../api/request.ts'

interface PaperProblem {
  id: number
  /** File and line. */
  where: string
  reason: string
}

/** One file, or one text that was pasted. */
export interface QueuedPapers {
  id: number
  name: string
  bytes: Blob
  state: 'waiting' | 'reading' | 'settling' | 'done' | 'failed'
  /** Papers read so far. */
  papers: number
  /** How much is read, 0..1; null where that is not known. */
  fraction: number | null
  /** Milliseconds of the page's clock when reading began. */
  began: number
  isStopping: boolean
  problems: readonly PaperProblem[]
  /** What came in; null until it is done. */
  outcome: IngestOutcome | null
  failure: string | null
}

export interface PaperQueue {
  items(): readonly QueuedPapers[]
  /** @returns what ends the subscription */
  subscribe(changed: () => void): () => void
  add(sources: readonly { name: string; bytes: Blob }[]): void
  /** Tells of something that cannot be read at all. */
  refuse(name: string, failure: string): void
  /** Takes one that waits out of the queue; one that is being read ends after the papers in hand. */
  stop(id: number): void
  /** Takes away those that have ended. */
  clear(): void
}

function changesOf(event: PaperEvent, problems: QueuedPapers['problems']): Partial<QueuedPapers> {
  switch (event.kind) {
    case 'progress':
      return { papers: event.papers, fraction: event.fraction }
    case 'problem':
      return { problems: [...problems, { id: problems.length, where: event.where, reason: event.reason }] }
    case 'settling':
      return { state: 'settling' }
    case 'done':
      return { state: 'done', outcome: event }
    case 'failed':
      return { state: 'failed', failure: event.failure.error.message }
  }
}

/** @param clock milliseconds */
export function createPaperQueue(
  api: Pick<Api, 'addPapers' | 'stopPapers'>,
  clock: () => number,
): PaperQueue {
  let items: readonly QueuedPapers[] = []
  let lastId = 0
  let isBusy = false
  const listeners = new Set<() => void>()

  function set(next: readonly QueuedPapers[]): void {
    items = next
    for (const changed of listeners) changed()
  }
  function change(id: number, changes: Partial<QueuedPapers>): void {
    set(items.map((item) => (item.id === id ? { ...item, ...changes } : item)))
  }
  function fresh(name: string, bytes: Blob): QueuedPapers {
    return {
      id: ++lastId,
      name,
      bytes,
      state: 'waiting',
      papers: 0,
      fraction: null,
      began: 0,
      isStopping: false,
      problems: [],
      outcome: null,
      failure: null,
    }
  }
  function hear(id: number, event: PaperEvent): void {
    change(id, changesOf(event, items.find((item) => item.id === id)!.problems))
  }
  async function work(): Promise<void> {
    if (isBusy) return
    isBusy = true
    for (;;) {
      const next = items.find(({ state }) => state === 'waiting')
      if (next === undefined) break
      change(next.id, { state: 'reading', began: clock() })
      try {
        await api.addPapers(next.name, next.bytes, (event) => hear(next.id, event))
      } catch (error) {
        change(next.id, { state: 'failed', failure: messageOf(error) })
      }
    }
    isBusy = false
  }

  return {
    items: () => items,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    add(sources) {
      set([...items, ...sources.map(({ name, bytes }) => fresh(name, bytes))])
      void work()
    },
    refuse(name, failure) {
      set([...items, { ...fresh(name, new Blob()), state: 'failed', failure }])
    },
    stop(id) {
      const item = items.find((candidate) => candidate.id === id)
      if (item?.state === 'waiting') set(items.filter((other) => other !== item))
      if (item?.state !== 'reading') return
      change(id, { isStopping: true })
      api.stopPapers().catch(() => change(id, { isStopping: false }))
    },
    clear: () => set(items.filter(({ state }) => state !== 'done' && state !== 'failed')),
  }
}
