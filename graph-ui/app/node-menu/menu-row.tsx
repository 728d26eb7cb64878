import type { ReactNode } from 'react'
import { keyNames } from '../actions/keys.ts'

interface MenuRowProps {
  /** What it does; null where there is nothing to do now. It can be read all the same. */
  choose: (() => void) | null
  /** Its shortcuts, the first of which is shown. */
  keys?: string
  children: ReactNode
}

export function MenuRow({ choose, keys, children }: MenuRowProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={choose === null || undefined}
      aria-keyshortcuts={keys}
      onClick={choose ?? undefined}
    >
      <span>{children}</span>
      {keys !== undefined && <span className="key">{keyNames(keys)[0]}</span>}
    </button>
  )
}
