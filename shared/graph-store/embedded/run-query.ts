import type { QueryResult as EngineResult, GrafeoDB } from '@grafeo-db/js'
import { ReadOnlyError, SkeinError } from '../../errors.ts'
import type { Counters, QueryResult } from '../store.ts'
import { toQueryError } from './engine-errors.ts'
import type { OwnerOperation } from './protocol.ts'
import { columnNames } from './rewrite/columns.ts'
import type { Rewritten } from './rewrite/edits.ts'
import { rewrite } from './rewrite/index.ts'
import { addedVariable } from './rewrite/label-expressions.ts'
import { rollBack } from './roll-back.ts'
import { toValue } from './values.ts'

/** Past this a limit in the query would spare nothing. */
const largestLimit = 2 ** 31

/**
 * Runs a query in a transaction of its own. A read is always rolled back, and fails where it changed anything.
 * @param beforeCommit awaited when a write is about to be kept
 * @throws QueryError, QueryStoppedError, ReadOnlyError
 */
export async function runQuery(
  database: GrafeoDB,
  { cypher: typed, params, mode, maxRows }: OwnerOperation & { op: 'query' },
  beforeCommit: () => Promise<void>,
): Promise<QueryResult> {
  const rewritten = rewrite(typed, mode === 'read' && maxRows < largestLimit ? maxRows + 1 : null)
  return inTransaction(database, rewritten, params, mode === 'write' ? beforeCommit : null, (result) =>
    toResult(result, typed, maxRows),
  )
}

/**
 * How many rows a query gives that may only read.
 * @throws QueryError, QueryStoppedError, ReadOnlyError
 */
export function countRows(
  database: GrafeoDB,
  { cypher, params }: OwnerOperation & { op: 'count' },
): Promise<number> {
  return inTransaction(database, rewrite(cypher, null), params, null, ({ length }) => length)
}

/**
 * @param beforeCommit null where the query may only read
 * @param take what is wanted of the engine's result
 */
async function inTransaction<T>(
  database: GrafeoDB,
  { cypher, original }: Rewritten,
  params: Record<string, unknown>,
  beforeCommit: (() => Promise<void>) | null,
  take: (result: EngineResult) => T,
): Promise<T> {
  const transaction = database.beginTransaction()
  let kept = false
  try {
    const result = await transaction.executeCypher(cypher, params)
    if (beforeCommit !== null) {
      await beforeCommit()
      transaction.commit()
      kept = true
    } else if (Object.values(result.counters).some((count) => count !== 0)) {
      throw new ReadOnlyError('The query would change the graph, but it may only read.')
    }
    return take(result)
  } catch (error) {
    throw error instanceof SkeinError ? error : toQueryError(error, cypher, original)
  } finally {
    if (!kept) rollBack(transaction)
  }
}

/** Converts no more rows than are asked for: the engine may hold millions. */
function toResult(result: EngineResult, typed: string, maxRows: number): QueryResult {
  const truncated = result.length > maxRows
  const given = result.columns
  const shown = given.flatMap((column, index) => (column.startsWith(addedVariable) ? [] : [index]))
  const columns = columnNames(
    typed,
    shown.map((at) => given[at]!),
  )
  const rows = truncated
    ? Array.from({ length: maxRows }, (_, index) => {
        const row = result.get(index)
        return shown.map((at) => toValue(row[given[at]!] ?? null))
      })
    : result.rows().map((row) => shown.map((at) => toValue(row[at] ?? null)))
  return { columns, rows, truncated, counters: countersOf(result) }
}

function countersOf({ counters }: EngineResult): Counters {
  return {
    nodesCreated: counters.nodesCreated,
    nodesDeleted: counters.nodesDeleted,
    relationshipsCreated: counters.edgesCreated,
    relationshipsDeleted: counters.edgesDeleted,
    propertiesSet: counters.propertiesSet,
  }
}
