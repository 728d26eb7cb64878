import { setTimeout as sleep } from 'node:timers/promises'
import { QueryStoppedError, StoreUnavailableError } from '../../shared/errors.ts'
import type { GraphStore } from '../../shared/graph-store/store.ts'

/** Restarting a server takes less. */
const patienceMs = 60_000
const pauseMs = 1000

/**
 * A store for loading. Where its server is restarted in the middle, reads wait for it as changes do by themselves;
 * and what it stopped while it went down is done again, since reads and changes may be repeated.
 */
export function patientStore(store: GraphStore): GraphStore {
  // The embedded store has no server that goes, and a `skein serve` that has gone does not come back.
  if (store.kind !== 'neo4j') return store
  return {
    ...store,
    query: (cypher, params, options) => {
      const run = () => store.query(cypher, params, options)
      return options.mode === 'read' ? again(run, isGone) : run()
    },
    apply: (delta) => again(() => store.apply(delta), isStopped),
  }
}

async function again<T>(run: () => Promise<T>, mayPass: (error: unknown) => boolean): Promise<T> {
  for (const giveUpAt = performance.now() + patienceMs; ; ) {
    try {
      return await run()
    } catch (error) {
      if (!mayPass(error) || performance.now() > giveUpAt) throw error
      await sleep(pauseMs)
    }
  }
}

function isGone(error: unknown): boolean {
  return error instanceof StoreUnavailableError || isStopped(error)
}

function isStopped(error: unknown): boolean {
  return error instanceof QueryStoppedError && error.reason === 'aborted'
}
