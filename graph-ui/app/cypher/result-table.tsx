/**
 * Rows as a table of which only the visible part is drawn. A click on a column sorts; arrows go from cell to cell, with
 * Shift they select rows, Ctrl-C copies these; Enter or a click on a node selects it in the picture.
 */
// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by transform cannot be rows of a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys of its cells
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react'
import type { Value } from '../../../shared/graph-store/store.ts'
import { cellText, nodeKeyOf } from './cells.ts'
import { rowsAsTsv } from './copied-rows.ts'
import type { TableOrder } from './sorted-rows.ts'
import { afterKey, firstCell, goToCell, selectedRows, type TableSelection } from './table-selection.ts'
import './result-table.css'

const rowHeight = 30

interface ResultTableProps {
  columns: readonly string[]
  /** In the order in which they are shown. */
  rows: readonly Value[][]
  order: TableOrder | null
  setOrder(order: TableOrder | null): void
  /** Null where the person has selected nothing. */
  selection: TableSelection | null
  setSelection(selection: TableSelection | null): void
  goToNode(key: string): void
}

export function ResultTable(props: ResultTableProps) {
  const { columns, rows, order, setOrder, selection, setSelection, goToNode } = props
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const id = useId()
  const [hasFocus, setHasFocus] = useState(false)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head covers what lies under it.
    scrollPaddingStart: rowHeight,
  })
  const template = `repeat(${columns.length}, minmax(120px, 1fr))`
  const [first, last] = selection === null ? [-1, -1] : selectedRows(selection)
  const cellId = (row: number, column: number) => `${id}-${row}-${column}`

  function select(next: TableSelection): void {
    setSelection(next)
    virtual.scrollToIndex(next.row)
  }

  function open(row: number, column: number): void {
    const key = nodeKeyOf(rows[row]?.[column] ?? null)
    if (key !== null) goToNode(key)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== grid.current) return
    const { key, shiftKey, ctrlKey, metaKey } = event
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const size = { rows: rows.length, columns: columns.length, page }
    const pressed = { key, shift: shiftKey, control: ctrlKey || metaKey }
    const next = afterKey(selection ?? firstCell, pressed, size)
    if (next !== null) select(next)
    else if (key === 'Enter' && selection !== null) open(selection.row, selection.column)
    else if (key === 'Escape' && selection !== null) setSelection(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function onCopy(event: ClipboardEvent): void {
    if (selection === null || !document.getSelection()?.isCollapsed) return
    event.clipboardData.setData('text/plain', rowsAsTsv(columns, rows.slice(first, last + 1)))
    event.preventDefault()
  }

  function onClick(event: MouseEvent, row: number, column: number): void {
    // Who selects text in a cell wants the text.
    if (!document.getSelection()?.isCollapsed) return
    setSelection(goToCell(selection ?? firstCell, row, column, event.shiftKey))
    if (!event.shiftKey) open(row, column)
  }

  const active = selection !== null && hasFocus ? cellId(selection.row, selection.column) : undefined
  return (
    <div className="table-scroll" ref={scroller}>
      <div
        ref={grid}
        role="grid"
        aria-label="Rows"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-activedescendant={active}
        tabIndex={0}
        className="table"
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onFocus={(event) => {
          setHasFocus(event.target === grid.current)
          if (event.target === grid.current && selection === null && rows.length > 0) setSelection(firstCell)
        }}
        onBlur={() => setHasFocus(false)}
      >
        <div role="row" aria-rowindex={1} className="table-head" style={{ gridTemplateColumns: template }}>
          {columns.map((name, i) => (
            <ColumnHead
              key={name}
              name={name}
              descending={order?.column === i ? order.descending : null}
              sort={(descending) => setOrder(descending === null ? null : { column: i, descending })}
            />
          ))}
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index >= first && index <= last}
              className="table-row"
              style={{
                gridTemplateColumns: template,
                transform: `translateY(${start}px)`,
                height: rowHeight,
              }}
            >
              {columns.map((name, column) => {
                const value = rows[index]?.[column] ?? null
                const text = cellText(value)
                const isActive = selection?.row === index && selection.column === column
                return (
                  <div
                    key={name}
                    id={cellId(index, column)}
                    role="gridcell"
                    title={text.length > 20 ? text : undefined}
                    className={`${nodeKeyOf(value) === null ? '' : 'table-node'} ${isActive ? 'table-active' : ''}`}
                    onClick={(event) => onClick(event, index, column)}
                  >
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

interface ColumnHeadProps {
  name: string
  /** Null where the rows are not sorted by it. */
  descending: boolean | null
  sort(descending: boolean | null): void
}

function ColumnHead({ name, descending, sort }: ColumnHeadProps) {
  const next = descending === null ? false : descending ? null : true
  return (
    <div
      role="columnheader"
      aria-sort={descending === null ? 'none' : descending ? 'descending' : 'ascending'}
    >
      <button type="button" onClick={() => sort(next)}>
        {name}
        <span aria-hidden="true">{descending === null ? '' : descending ? ' ↓' : ' ↑'}</span>
      </button>
    </div>
  )
}
