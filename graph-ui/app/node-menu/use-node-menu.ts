import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { rememberFocus } from '../frame/keep-focus.ts'
import type { Place } from '../state/picture.ts'

/** A menu that is open: whose, and where on the page. */
export interface OpenNodeMenu {
  key: string
  at: Place
}

export interface NodeMenuState {
  menu: OpenNodeMenu | null
  open(key: string, at: Place): void
  /** Brings the focus back to where it was when the menu opened. */
  close(): void
}

export function useNodeMenu(): NodeMenuState {
  const [menu, setMenu] = useState<OpenNodeMenu | null>(null)
  const back = useRef(() => {})
  return {
    menu,
    open(key, at) {
      // Where one menu follows another, the focus goes back to before both.
      if (menu === null) back.current = rememberFocus()
      setMenu({ key, at })
    },
    close() {
      flushSync(() => setMenu(null))
      back.current()
    },
  }
}
