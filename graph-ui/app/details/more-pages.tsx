/** How much of a list has come, and the button that fetches more of it. */
import { type RefObject, useEffect, useRef } from 'react'
import type { Pages } from './use-pages.ts'
import './more-pages.css'

interface MorePagesProps {
  pages: Pages<unknown>
  shown: number
  total: number
  pageSize: number
  /** What there are: "statements". */
  things: string
  /** What holds one element for each of them, with a button in it. */
  list: RefObject<HTMLElement | null>
}

export function MorePages({ pages, shown, total, pageSize, things, list }: MorePagesProps) {
  const { more, isWaiting, failure } = pages
  /** The first of those that were asked for: the button may be gone once they are here, and the focus with it. */
  const next = useRef<number | null>(null)
  useEffect(() => {
    if (next.current === null || next.current >= shown) return
    list.current?.children[next.current]?.querySelector('button')?.focus()
    next.current = null
  }, [shown, list])

  function readOn(): void {
    next.current = shown
    more()
  }

  return (
    <>
      {shown < total && (
        <p className="more-pages">
          {shown.toLocaleString('en')} of {total.toLocaleString('en')} {things}{' '}
          <button type="button" className="text-button" disabled={isWaiting} onClick={readOn}>
            {isWaiting && <span className="spinner" role="status" aria-label="Fetching more" />}
            Show {Math.min(pageSize, total - shown)} more
          </button>
        </p>
      )}
      {failure !== null && (
        <p role="alert" className="failed">
          {failure}
        </p>
      )}
    </>
  )
}
