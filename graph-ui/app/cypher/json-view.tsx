/** An answer as JSON, of which only the rows in sight are written. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { CypherAnswer } from '../../api/contract.ts'
import './json-view.css'

const lineHeight = 19

export function JsonView({ answer }: { answer: Pick<CypherAnswer, 'columns' | 'rows' | 'truncated'> }) {
  const scroller = useRef<HTMLElement>(null)
  const { columns, rows, truncated } = answer
  // One item a row, between what stands before the first and after the last.
  const virtual = useVirtualizer({
    count: rows.length + 2,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (at === 0 || at > rows.length ? 2 : columns.length + 2) * lineHeight,
    overscan: 6,
    paddingStart: 12,
    paddingEnd: 12,
  })
  const textOf = (at: number) => {
    if (at === 0) return `{\n  "columns": ${JSON.stringify(columns)},\n  "rows": [`
    if (at > rows.length) return `  ],\n  "truncated": ${truncated}\n}`
    const written = JSON.stringify(rows[at - 1], null, 2).replaceAll('\n', '\n    ')
    return `    ${written}${at < rows.length ? ',' : ''}`
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="json" aria-label="JSON" tabIndex={0} ref={scroller}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <pre
            key={index}
            data-index={index}
            ref={virtual.measureElement}
            style={{ transform: `translateY(${start}px)` }}
          >
            {textOf(index)}
          </pre>
        ))}
      </div>
    </section>
  )
}
