/** A row that opens beneath another one, for the sentences behind a number. */
import type { ReactNode } from 'react'
import './tables.css'

interface OpenedRowProps {
  id: string
  columns: number
  /** What the sentences are for. */
  name: string
  children: ReactNode
}

export function OpenedRow({ id, columns, name, children }: OpenedRowProps) {
  return (
    <tr className="opened-row">
      <td colSpan={columns}>
        <section id={id} aria-label={name} className="opened">
          {children}
        </section>
      </td>
    </tr>
  )
}
