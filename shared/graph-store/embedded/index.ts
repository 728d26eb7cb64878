import { totalmem } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreUnavailableError } from '../../errors.ts'
import { assertReadOnly } from '../cypher/read-guard.ts'
import type { GraphStore, QueryResult, StoreSchema } from '../store.ts'
import { forgetHolder, readHolder, writeHolder } from './holder.ts'
import { checkLocation } from './location.ts'
import { OwnerProcess } from './owner-process.ts'
import { NotOpenedError } from './start-owner.ts'

/** How long a process that is just going may still hold the file. */
const patienceMs = 3000

export interface EmbeddedOptions {
  /** Memory of the owner process, database included, past which the longest-running query is stopped. */
  memoryLimitBytes?: number
}

/**
 * Opens the database at a path, or makes it there.
 * @throws StoreUnavailableError where the path cannot hold a store, holds something else, or another process has it
 */
export async function openEmbedded(path: string, options: EmbeddedOptions = {}): Promise<GraphStore> {
  checkLocation(path)
  const memoryLimitBytes = options.memoryLimitBytes ?? Math.max(2 * 2 ** 30, 0.6 * totalmem())
  const owner = await firstOwner(path, memoryLimitBytes)
  writeHolder(path)
  const call = owner.call.bind(owner)
  const unlimited = Number.POSITIVE_INFINITY
  return {
    kind: 'embedded',
    query: async (cypher, params, { mode, timeoutMs, maxRows, signal }) => {
      if (mode === 'read') assertReadOnly(cypher)
      return (await call({ op: 'query', cypher, params, mode, maxRows }, timeoutMs, signal)) as QueryResult
    },
    count: async (cypher, params, { timeoutMs, signal }) => {
      assertReadOnly(cypher)
      return (await call({ op: 'count', cypher, params }, timeoutMs, signal)) as number
    },
    apply: async (delta) => {
      await call({ op: 'apply', delta }, unlimited, null)
    },
    schema: async () => (await call({ op: 'schema' }, unlimited, null)) as StoreSchema,
    ensureSchema: async () => {
      await call({ op: 'ensureSchema' }, unlimited, null)
    },
    close: async () => {
      if (owner.isClosed) return
      forgetHolder(path)
      await owner.close()
    },
  }
}

async function firstOwner(path: string, memoryLimitBytes: number): Promise<OwnerProcess> {
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    const owner = new OwnerProcess({ path, memoryLimitBytes })
    try {
      await owner.start()
      return owner
    } catch (error) {
      if (!(error instanceof NotOpenedError)) throw error
      if (!error.held) throw new StoreUnavailableError(`The store ${path} does not open: ${error.message}`)
      if (performance.now() > giveUpAt) {
        const holder = readHolder(path)
        const who = holder === null ? 'another process' : `process ${holder}`
        throw new StoreUnavailableError(
          `The store ${path} is held by ${who}. Wait until it has finished, stop it, or name another store with --store.`,
        )
      }
      await sleep(200)
    }
  }
}
