import neo4j, {
  type Driver,
  type ManagedTransaction,
  type Result,
  type ResultSummary,
  type Session,
  type SessionConfig,
} from 'neo4j-driver'
import { QueryStoppedError, ReadOnlyError } from '../../errors.ts'
import { isWord, tokenise } from '../cypher/tokens.ts'
import type { CountOptions, QueryOptions, QueryResult, Value } from '../store.ts'
import { type Connection, isOutOfMemory, toSkeinError } from './failures.ts'
import { toParameter, toValue } from './values.ts'

const rowsPerFetch = 1000
/** The longest that a timer of Node and a transaction of Neo4j can be told. */
const longestMs = 2 ** 31 - 1

/**
 * Runs one query. A read runs in a managed transaction on a connection in read mode, in which the server refuses
 * writes and schema commands. A write is never tried twice: what it does need not be repeatable.
 */
export function runQuery(
  driver: Driver,
  sessions: SessionConfig,
  connection: Connection,
  cypher: string,
  params: Record<string, unknown>,
  { mode, maxRows, ...limits }: QueryOptions,
): Promise<QueryResult> {
  const config: SessionConfig = {
    ...sessions,
    defaultAccessMode: mode === 'read' ? neo4j.session.READ : neo4j.session.WRITE,
    fetchSize: Math.min(maxRows + 1, rowsPerFetch),
  }
  const parameters = toParameter(params) as Record<string, unknown>
  return inSession(driver, config, connection, limits, (session, limitMs) =>
    mode === 'read'
      ? readIn(session, connection, limitMs, async (transaction) => {
          const result = await collect(transaction.run(cypher, parameters), maxRows)
          if (Object.values(result.counters).some((count) => count !== 0)) {
            throw new ReadOnlyError('The query would change the graph, but it may only read.')
          }
          return result
        })
      : writeIn(session, cypher, parameters, maxRows, limitMs),
  )
}

/** How many rows a query gives that may only read; they come and are let go. */
export function countRows(
  driver: Driver,
  sessions: SessionConfig,
  connection: Connection,
  cypher: string,
  params: Record<string, unknown>,
  limits: CountOptions,
): Promise<number> {
  const config: SessionConfig = {
    ...sessions,
    defaultAccessMode: neo4j.session.READ,
    fetchSize: rowsPerFetch,
  }
  const parameters = toParameter(params) as Record<string, unknown>
  return inSession(driver, config, connection, limits, (session, limitMs) =>
    readIn(session, connection, limitMs, async (transaction) => {
      let rows = 0
      for await (const _ of transaction.run(cypher, parameters)) rows++
      return rows
    }),
  )
}

async function inSession<T>(
  driver: Driver,
  config: SessionConfig,
  connection: Connection,
  { timeoutMs, signal }: CountOptions,
  run: (session: Session, limitMs: number) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw aborted()
  const limitMs = Math.min(Math.max(1, Math.ceil(timeoutMs)), longestMs)
  const session = driver.session(config)
  try {
    return await withinLimits(run(session, limitMs), limitMs, signal)
  } catch (error) {
    throw toSkeinError(error, connection)
  } finally {
    // Ends on the server what still runs there. A server that hangs must not hold up the answer.
    void session.close().catch(() => {})
  }
}

function readIn<T>(
  session: Session,
  connection: Connection,
  limitMs: number,
  read: (transaction: ManagedTransaction) => Promise<T>,
): Promise<T> {
  return session.executeRead(
    async (transaction) => {
      try {
        return await read(transaction)
      } catch (error) {
        // An error of ours is not tried again.
        throw isOutOfMemory(error) ? toSkeinError(error, connection) : error
      }
    },
    { timeout: neo4j.int(limitMs) },
  )
}

async function writeIn(
  session: Session,
  cypher: string,
  parameters: Record<string, unknown>,
  maxRows: number,
  timeoutMs: number,
): Promise<QueryResult> {
  const config = { timeout: neo4j.int(timeoutMs) }
  if (managesTransactions(cypher)) return collect(session.run(cypher, parameters, config), maxRows)
  const transaction = await session.beginTransaction(config)
  const result = await collect(transaction.run(cypher, parameters), maxRows)
  await transaction.commit()
  return result
}

/** `CALL {…} IN TRANSACTIONS` cannot run inside a transaction. */
function managesTransactions(cypher: string): boolean {
  return tokenise(cypher).some(
    (token, i, tokens) =>
      isWord(token, 'TRANSACTIONS') &&
      tokens.slice(Math.max(0, i - 3), i).some((before) => isWord(before, 'IN')),
  )
}

/** Takes rows as they come, and leaves on the server what is past the limit. */
async function collect(result: Result, maxRows: number): Promise<QueryResult> {
  const columns = await result.keys()
  const rows: Value[][] = []
  const records = result[Symbol.asyncIterator]()
  let truncated = false
  let next = await records.next()
  while (!next.done) {
    if (rows.length >= maxRows) {
      truncated = true
      next = await records.return!()
      break
    }
    const record = next.value
    rows.push(columns.map((_, i) => toValue(record.get(i))))
    next = await records.next()
  }
  return { columns, rows, truncated, counters: countersOf(next.value as ResultSummary) }
}

function countersOf({ counters }: ResultSummary): QueryResult['counters'] {
  const { nodesCreated, nodesDeleted, relationshipsCreated, relationshipsDeleted, propertiesSet } =
    counters.updates()
  return { nodesCreated, nodesDeleted, relationshipsCreated, relationshipsDeleted, propertiesSet }
}

/** The server looks at deadlines every two seconds only, so that this side keeps the time. */
function withinLimits<T>(running: Promise<T>, limitMs: number, signal: AbortSignal | null): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () =>
        reject(
          new QueryStoppedError(`The query was stopped at its deadline of ${limitMs / 1000} s.`, 'deadline'),
        ),
      limitMs,
    )
    const stop = () => reject(aborted())
    signal?.addEventListener('abort', stop, { once: true })
    running.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
    })
  })
}

function aborted(): QueryStoppedError {
  return new QueryStoppedError('The query was stopped.', 'aborted')
}
