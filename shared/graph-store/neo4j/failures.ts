import { Neo4jError } from 'neo4j-driver'
import {
  QueryError,
  QueryStoppedError,
  ReadOnlyError,
  SkeinError,
  StoreUnavailableError,
} from '../../errors.ts'

/** What a message has to name. */
export interface Connection {
  /** As the person gave it. */
  url: string
  user: string
  hasPassword: boolean
  database: string | null
}

/** An error of the driver or the server as one of ours, in a person's words. */
export function toSkeinError(error: unknown, connection: Connection): Error {
  if (error instanceof SkeinError || !(error instanceof Error)) return error as Error
  if (!(error instanceof Neo4jError)) return new QueryError(error.message)
  const code: string = error.code
  if (code === 'Neo.ClientError.Statement.AccessMode') {
    return new ReadOnlyError('The query would change the graph, but it may only read.')
  }
  if (isOutOfMemory(error)) {
    return new QueryStoppedError(
      'The query was stopped at the memory limit of the Neo4j server. Ask for less at once, for example with LIMIT.',
      'memory',
    )
  }
  if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) {
    return new QueryStoppedError('The query was stopped at its deadline.', 'deadline')
  }
  if (code.endsWith('.Terminated') || code.endsWith('.LockClientStopped')) {
    return new QueryStoppedError('The query was stopped on the Neo4j server.', 'aborted')
  }
  if (code === 'Neo.TransientError.Transaction.DeadlockDetected') {
    return new QueryError('Another change stood in the way, and nothing was changed. Try again.')
  }
  return unavailable(error, connection) ?? queryError(error)
}

/** A change is one transaction, which the server holds in its memory. */
export function changeTooLarge({ url }: Connection): StoreUnavailableError {
  return new StoreUnavailableError(
    `Neo4j at ${url} has not enough memory for a change of this size, and nothing was changed. Give it more: server.memory.heap.max_size, or dbms.memory.transaction.total.max where that is set.`,
  )
}

/** Whether the error passes if one waits: the server is gone or has just changed, or another change was in the way. */
export function mayPass(error: unknown): boolean {
  return error instanceof Neo4jError && error.retryable && !isOutOfMemory(error)
}

/** The driver would try such a query again and again, each time to the same end. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Neo4jError && /OutOfMemory/.test(error.code)
}

function unavailable(error: Neo4jError, { url, user, hasPassword, database }: Connection): SkeinError | null {
  const code: string = error.code
  switch (code) {
    case 'Neo.ClientError.Security.Unauthorized':
      return new StoreUnavailableError(
        hasPassword
          ? `Neo4j at ${url} does not take the password of user ${user}. Set NEO4J_PASSWORD to the right one (and NEO4J_USER where the user is another).`
          : `Neo4j at ${url} asks for a password. Set NEO4J_PASSWORD (and NEO4J_USER where the user is not ${user}).`,
      )
    case 'Neo.ClientError.Security.AuthenticationRateLimit':
      return new StoreUnavailableError(
        `Neo4j at ${url} lets user ${user} wait after several wrong passwords. Check NEO4J_PASSWORD and try again in a few seconds.`,
      )
    case 'Neo.ClientError.Security.CredentialsExpired':
      return new StoreUnavailableError(
        `Neo4j at ${url} wants the first password of user ${user} changed. Change it (cypher-shell asks for a new one), then set NEO4J_PASSWORD.`,
      )
    case 'Neo.ClientError.Database.DatabaseNotFound':
      return new StoreUnavailableError(
        `Neo4j at ${url} has no database ${database}. Name another in the address (bolt://host:7687/neo4j), or none for the default one.`,
      )
    case 'ServiceUnavailable':
    case 'SessionExpired':
      return new StoreUnavailableError(
        `Neo4j at ${url} does not answer: ${reasonOf(error)}. Check that it runs and that the address is right (bolt://host:7687; +s for TLS).`,
      )
  }
  if (code.startsWith('Neo.TransientError.') || code.startsWith('Neo.DatabaseError.')) {
    return new StoreUnavailableError(`Neo4j at ${url} cannot do this now: ${firstLine(error.message)}`)
  }
  if (/NotALeader|ForbiddenOnReadOnlyDatabase/.test(code)) {
    return new StoreUnavailableError(
      `Neo4j at ${url} takes no writes there. For a cluster, use a neo4j:// address, which finds the member that does.`,
    )
  }
  return null
}

function reasonOf({ message }: Error): string {
  const cause = /Caused by: (.*)/s.exec(message)?.[1] ?? message
  return firstLine(cause).replace(/\.$/, '')
}

/** The server draws the query below its message, and puts the place into it: "(line 1, column 10 (offset: 9))". */
function queryError({ message }: Neo4jError): QueryError {
  const offset = /\(offset: (\d+)\)\)/.exec(message)?.[1]
  return new QueryError(
    firstLine(message).replace(/ \(offset: \d+\)\)$/, ')'),
    offset === undefined ? null : Number(offset),
  )
}

function firstLine(text: string): string {
  return text.split('\n')[0]!.trim()
}
