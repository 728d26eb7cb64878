import { CopyButton } from '../frame/copy-button.tsx'
import { countOf } from '../numbers.ts'
import { tabSeparated } from '../tab-separated.ts'
import type { CellRows } from './copied-tables.ts'
import './copy-table.css'

interface CopyTableProps {
  /** What is copied, for those who do not see where the button stands. */
  table: string
  rows: CellRows
}

/** Takes a table along into a spreadsheet. */
export function CopyTable({ table, rows }: CopyTableProps) {
  return (
    <div className="copy-table">
      <CopyButton
        name="Copy"
        label={`Copy ${table}`}
        what={countOf(rows.length - 1, 'row')}
        text={() => tabSeparated(rows)}
      />
    </div>
  )
}
