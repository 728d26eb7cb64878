/**
 * The process that holds an embedded database. It lives as long as the store that started it: the engine can
 * neither be timed out nor stopped, so a query that must end ends with this process.
 */
import grafeo, { type GrafeoDB } from '@grafeo-db/js'
import { SkeinError } from '../../errors.ts'
import { applyDelta } from './apply-delta.ts'
import { ensureSchema, readSchema } from './catalogue.ts'
import { readEngineError, storeFailure } from './engine-errors.ts'
import type { OwnerFailure, OwnerMessage, OwnerRequest } from './protocol.ts'
import { rollBack } from './roll-back.ts'
import { countRows, runQuery } from './run-query.ts'

const [path, memoryLimit] = process.argv.slice(2) as [string, string]

// Ctrl-C reaches every process of the terminal; what to finish first is the parent's decision.
process.on('SIGINT', () => {})
process.on('SIGHUP', () => {})
// A query may still be running, which no close would wait for or stop; what was committed is in the log.
process.on('disconnect', () => process.exit())

/** Resolves when the message has left this process. */
function tell(message: OwnerMessage): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve())
  })
}

function open(): GrafeoDB | null {
  try {
    const database = grafeo.GrafeoDB.create(path)
    // Keeps the log short, which is read again after every kill.
    database.setCheckpointTriggers({ walBytes: 64 * 2 ** 20 })
    return database
  } catch (error) {
    const held = /cannot be locked/.test(readEngineError(error).reason)
    void tell({ type: 'notOpened', held, reason: storeFailure(error) }).then(() => process.exit())
    return null
  }
}

const database = open()
if (database) {
  process.on('message', (request: OwnerRequest) => void answer(database, request))
  setInterval(watchMemory, 100)
  void tell({ type: 'ready' })
}

function watchMemory(): void {
  const bytes = process.memoryUsage.rss()
  if (bytes > Number(memoryLimit)) void tell({ type: 'memory', bytes })
}

async function answer(database: GrafeoDB, request: OwnerRequest): Promise<void> {
  const { id } = request
  if (request.op === 'close') {
    database.close()
    await tell({ type: 'result', id, value: null })
    process.exit()
  }
  try {
    await tell({ type: 'result', id, value: await carryOut(database, request) })
  } catch (error) {
    await tell({ type: 'failure', id, failure: failureOf(error) })
  }
}

async function carryOut(database: GrafeoDB, request: Exclude<OwnerRequest, { op: 'close' }>) {
  switch (request.op) {
    case 'schema':
      return readSchema(database)
    case 'ensureSchema':
      await ensureSchema(database)
      return null
    case 'apply': {
      const transaction = database.beginTransaction()
      try {
        await applyDelta(transaction, request.delta)
        transaction.commit()
      } catch (error) {
        rollBack(transaction)
        throw error
      }
      return null
    }
    case 'count':
      return countRows(database, request)
    case 'query':
      return runQuery(database, request, () => tell({ type: 'committing', id: request.id }))
  }
}

function failureOf(error: unknown): OwnerFailure {
  if (error instanceof SkeinError) {
    const position = 'position' in error ? (error.position as number | null) : null
    return { class: error.name as OwnerFailure['class'], message: error.message, position }
  }
  return {
    class: 'StoreUnavailableError',
    message: `The store could not do this: ${storeFailure(error)}`,
    position: null,
  }
}
