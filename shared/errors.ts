/** Errors say where, what value, and what to do about it; callers match classes, never messages. */

/** An error that is shown to a person as it stands, without a stack. */
export class SkeinError extends Error {
  override name = 'SkeinError'
}

/** Wrong use of a command or of the API: exit code 2, HTTP 400. */
export class UsageError extends SkeinError {
  override name = 'UsageError'
}

/** A file or record that cannot be read. */
export class InputError extends SkeinError {
  override name = 'InputError'
}

/** The store cannot be reached or opened: server down, wrong password, held by another process, not a store. */
export class StoreUnavailableError extends SkeinError {
  override name = 'StoreUnavailableError'
}

/** The query is wrong. `position` is an offset into the query where the store says so. */
export class QueryError extends SkeinError {
  override name = 'QueryError'
  readonly position: number | null
  constructor(message: string, position: number | null = null) {
    super(message)
    this.position = position
  }
}

/** The query ran past its deadline or memory limit, or was stopped by its caller. */
export class QueryStoppedError extends SkeinError {
  override name = 'QueryStoppedError'
  readonly reason: 'deadline' | 'memory' | 'aborted'
  constructor(message: string, reason: 'deadline' | 'memory' | 'aborted') {
    super(message)
    this.reason = reason
  }
}

/** A write, schema command or file access in a query that may only read. */
export class ReadOnlyError extends SkeinError {
  override name = 'ReadOnlyError'
}
