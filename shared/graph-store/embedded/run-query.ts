import type { QueryResult as EngineResult, GrafeoDB } from '@grafeo-db/js'
import { ReadOnlyError } from '../../errors.ts'
import type { Counters, QueryResult, Value } from '../store.ts'
import type { OwnerOperation } from './protocol.ts'
import { toValue } from './values.ts'

/**
 * Runs a query in a transaction of its own. A read is always rolled back, and fails where it changed anything.
 * @param cypher as the engine takes it
 * @param beforeCommit awaited when a write is about to be kept
 */
export async function runQuery(
  database: GrafeoDB,
  cypher: string,
  { params, mode, maxRows }: OwnerOperation & { op: 'query' },
  beforeCommit: () => Promise<void>,
): Promise<QueryResult> {
  const transaction = database.beginTransaction()
  let kept = false
  try {
    const result = await transaction.executeCypher(cypher, params)
    const counters = countersOf(result)
    if (mode === 'write') {
      await beforeCommit()
      transaction.commit()
      kept = true
    } else if (Object.values(result.counters).some((count) => count !== 0)) {
      throw new ReadOnlyError('The query would change the graph, but it may only read.')
    }
    const truncated = result.length > maxRows
    return { columns: result.columns, rows: rowsOf(result, maxRows), truncated, counters }
  } finally {
    if (!kept) transaction.rollback()
  }
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

/** Converts no more rows than are asked for: the engine may hold millions. */
function rowsOf(result: EngineResult, maxRows: number): Value[][] {
  if (result.length <= maxRows) return result.rows().map((row) => row.map(toValue))
  const { columns } = result
  return Array.from({ length: maxRows }, (_, index) => {
    const row = result.get(index)
    return columns.map((column) => toValue(row[column] ?? null))
  })
}
