import type { Value } from '../../../shared/graph-store/store.ts'
import { compareValues } from './cells.ts'

export interface TableOrder {
  column: number
  descending: boolean
}

/** The rows by one column; as they came where there is no order. */
export function sortedRows(rows: readonly Value[][], order: TableOrder | null): readonly Value[][] {
  if (order === null) return rows
  const { column, descending } = order
  const sign = descending ? -1 : 1
  return [...rows].sort((a, b) => sign * compareValues(a[column] ?? null, b[column] ?? null))
}
