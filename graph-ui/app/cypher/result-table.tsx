/** Rows as a table of which only the visible part is drawn; a click on a column sorts. */
// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by transform cannot be rows of a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: cells only hold text; the buttons in the head take the focus
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import type { CypherAnswer } from '../../api/contract.ts'
import { cellText, compareValues } from './cells.ts'
import './result-table.css'

interface Order {
  column: number
  descending: boolean
}

const rowHeight = 30

export function ResultTable({ answer }: { answer: CypherAnswer }) {
  const { columns, rows } = answer
  const [order, setOrder] = useState<Order | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const sorted = useMemo(() => {
    if (order === null) return rows
    const sign = order.descending ? -1 : 1
    return [...rows].sort((a, b) => sign * compareValues(a[order.column] ?? null, b[order.column] ?? null))
  }, [rows, order])
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const template = `repeat(${columns.length}, minmax(120px, 1fr))`
  return (
    <div className="table-scroll" ref={scroller}>
      <div role="table" aria-label="Rows" aria-rowcount={rows.length + 1} className="table">
        <div role="row" aria-rowindex={1} className="table-head" style={{ gridTemplateColumns: template }}>
          {columns.map((name, i) => (
            <div
              key={name}
              role="columnheader"
              aria-sort={order?.column === i ? (order.descending ? 'descending' : 'ascending') : 'none'}
            >
              <button
                type="button"
                onClick={() =>
                  setOrder(
                    order?.column === i
                      ? order.descending
                        ? null
                        : { column: i, descending: true }
                      : { column: i, descending: false },
                  )
                }
              >
                {name}
                <span aria-hidden="true">{order?.column === i ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </div>
          ))}
        </div>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start }) => (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              className="table-row"
              style={{
                gridTemplateColumns: template,
                transform: `translateY(${start}px)`,
                height: rowHeight,
              }}
            >
              {columns.map((name, column) => {
                const text = cellText(sorted[index]?.[column] ?? null)
                return (
                  <div key={name} role="cell" title={text.length > 20 ? text : undefined}>
                    {text}
                  </div>
                )
              })}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
