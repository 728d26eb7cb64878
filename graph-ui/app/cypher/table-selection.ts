/** Which cell of a table is active, and which of its rows are selected. */
export interface TableSelection {
  row: number
  column: number
  /** Where the selected rows begin; they end at the active one. */
  anchor: number
}

export const firstCell: TableSelection = { row: 0, column: 0, anchor: 0 }

/** First and last of the selected rows. */
export function selectedRows({ row, anchor }: TableSelection): [first: number, last: number] {
  return [Math.min(row, anchor), Math.max(row, anchor)]
}

export function goToCell(
  selection: TableSelection,
  row: number,
  column: number,
  isExtending: boolean,
): TableSelection {
  return { row, column, anchor: isExtending ? selection.anchor : row }
}

interface Key {
  key: string
  shift: boolean
  control: boolean
}

/**
 * Where a key leads.
 * @param page rows in sight
 * @returns null for keys that are none of the table's
 */
export function afterKey(
  selection: TableSelection,
  { key, shift, control }: Key,
  { rows, columns, page }: { rows: number; columns: number; page: number },
): TableSelection | null {
  if (rows === 0 || columns === 0) return null
  const { row, column } = selection
  const to = (nextRow: number, nextColumn: number) =>
    goToCell(
      selection,
      Math.min(rows - 1, Math.max(0, nextRow)),
      Math.min(columns - 1, Math.max(0, nextColumn)),
      shift,
    )
  if (control && key.toLowerCase() === 'a') return { row: rows - 1, column, anchor: 0 }
  switch (key) {
    case 'ArrowDown':
      return to(control ? rows - 1 : row + 1, column)
    case 'ArrowUp':
      return to(control ? 0 : row - 1, column)
    case 'PageDown':
      return to(row + page, column)
    case 'PageUp':
      return to(row - page, column)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'Home':
      return control ? to(0, 0) : to(row, 0)
    case 'End':
      return control ? to(rows - 1, columns - 1) : to(row, columns - 1)
    default:
      return null
  }
}
