import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { rememberFocus } from '../frame/keep-focus.ts'
import type { NodeMenuState } from '../node-menu/use-node-menu.ts'

/** The node that the person moves without dragging it, or null. */
export function useMove(nodeMenu: NodeMenuState) {
  const [key, setKey] = useState<string | null>(null)
  const back = useRef(() => {})
  return {
    key,
    start(next: string): void {
      // So that the focus comes back to before the menu.
      if (nodeMenu.menu !== null) nodeMenu.close()
      if (key === null) back.current = rememberFocus()
      setKey(next)
    },
    close(): void {
      flushSync(() => setKey(null))
      back.current()
    },
  }
}
