/** What a store has asked of its owner process, and the errors it can end with. */
import { QueryError, QueryStoppedError, ReadOnlyError, StoreUnavailableError } from '../../errors.ts'
import type { OwnerFailure, OwnerOperation } from './protocol.ts'

export interface Call {
  id: number
  operation: OwnerOperation
  resolve(value: unknown): void
  reject(error: Error): void
  timeoutMs: number
  /** Milliseconds it may still run; the clock stands still while there is no owner. */
  remainingMs: number
  sentAt: number | null
  timer: NodeJS.Timeout | null
  /** How many owners it was given to. */
  attempts: number
  committing: boolean
  /** Answered to its caller already, but still running. */
  abandoned: boolean
}

export function isWrite({ operation }: Call): boolean {
  if (operation.op === 'query') return operation.mode === 'write'
  return operation.op === 'apply' || operation.op === 'ensureSchema'
}

export function stoppedAtDeadline(timeoutMs: number): QueryStoppedError {
  return new QueryStoppedError(`The query was stopped at its deadline of ${timeoutMs / 1000} s.`, 'deadline')
}

export function stoppedByCaller(): QueryStoppedError {
  return new QueryStoppedError('The query was stopped.', 'aborted')
}

export function stoppedForMemory(limitBytes: number): QueryStoppedError {
  const gigabytes = (limitBytes / 2 ** 30).toFixed(1)
  return new QueryStoppedError(
    `The query was stopped, because the store passed its memory limit of ${gigabytes} GB. Ask for less at once, for example with LIMIT.`,
    'memory',
  )
}

export function uncertain(): StoreUnavailableError {
  return new StoreUnavailableError(
    "The store's process died while it kept a change; it may or may not have been made. Look before you repeat it.",
  )
}

export function died(attempts: number): StoreUnavailableError {
  return new StoreUnavailableError(`The store's process died ${attempts} times over this request.`)
}

export function toError({ class: name, message, position }: OwnerFailure): Error {
  switch (name) {
    case 'QueryError':
      return new QueryError(message, position)
    case 'QueryStoppedError':
      return new QueryStoppedError(message, 'deadline')
    case 'ReadOnlyError':
      return new ReadOnlyError(message)
    case 'StoreUnavailableError':
      return new StoreUnavailableError(message)
  }
}
