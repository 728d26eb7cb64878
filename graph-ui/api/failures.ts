/** Turns errors into the API's one form of failure. */
import type { Context } from 'hono'
import { z } from 'zod'
import {
  InputError,
  QueryError,
  QueryStoppedError,
  ReadOnlyError,
  SkeinError,
  StoreUnavailableError,
  UsageError,
} from '../../shared/errors.ts'
import type { Failure } from './contract.ts'

/** What was asked for is not in the graph: HTTP 404. */
export class NotFoundError extends UsageError {
  override name = 'NotFoundError'
}

/** The request carries more than is taken: HTTP 413. */
export class TooLargeError extends UsageError {
  override name = 'TooLargeError'
}

/** Something else is under way that this would disturb: HTTP 409. */
export class BusyError extends SkeinError {
  override name = 'BusyError'
}

/** The request may not be answered: token missing or wrong, or a host that is not ours. HTTP 401 and 403. */
export class RefusedError extends UsageError {
  override name = 'RefusedError'
  readonly status: 401 | 403
  constructor(message: string, status: 401 | 403) {
    super(message)
    this.status = status
  }
}

const statuses = [
  [NotFoundError, 404],
  [TooLargeError, 413],
  [BusyError, 409],
  [UsageError, 400],
  [InputError, 400],
  [QueryError, 400],
  [ReadOnlyError, 403],
  [QueryStoppedError, 408],
  [StoreUnavailableError, 503],
] as const

/** The failure of an error that a person may read; what is not a SkeinError is told without its insides. */
export function describeFailure(error: unknown): { status: number; failure: Failure } {
  if (error instanceof z.ZodError) return describeFailure(new UsageError(z.prettifyError(error)))
  if (!(error instanceof SkeinError)) {
    const message = 'The server met an error that it did not expect; its own output says more.'
    return { status: 500, failure: { error: { class: 'Error', message } } }
  }
  const found = statuses.find(([type]) => error instanceof type)
  const status = error instanceof RefusedError ? error.status : (found?.[1] ?? 500)
  const failure: Failure = { error: { class: error.name, message: error.message } }
  if (error instanceof QueryError && error.position !== null) failure.error.position = error.position
  if (error instanceof QueryStoppedError) failure.error.reason = error.reason
  return { status, failure }
}

/** Hono's `onError`. */
export function answerFailure(error: Error, context: Context): Response {
  const { status, failure } = describeFailure(error)
  if (status === 500) process.stderr.write(`${error.stack ?? error.message}\n`)
  return context.json(failure, status as 400)
}
