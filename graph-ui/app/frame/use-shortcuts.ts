import { useEffect, useRef } from 'react'

interface Shortcuts {
  focusSearch(): void
  undo(): void
  redo(): void
  escape(): void
  fit(): void
}

/** Keys that work everywhere, except those for editing while the person is writing. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      const writing =
        target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)
          ? !/^(checkbox|radio|range)$/.test((target as HTMLInputElement).type)
          : false
      if (event.key === 'Escape') latest.current.escape()
      if (writing) return
      const control = event.ctrlKey || event.metaKey
      if (control && event.key.toLowerCase() === 'z') {
        event.preventDefault()
        if (event.shiftKey) latest.current.redo()
        else latest.current.undo()
      } else if (event.key === '/' && !control) {
        event.preventDefault()
        latest.current.focusSearch()
      } else if (event.key.toLowerCase() === 'f' && !control && !event.altKey) latest.current.fit()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
