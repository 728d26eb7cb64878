import { useEffect } from 'react'

/**
 * Where what has the focus is taken from the page and nothing else takes it, it goes to the details, if it was there,
 * else to the picture: who uses the keyboard goes on from there instead of from the top.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let focused: Element | null = null
    let home: HTMLElement | null = null
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      focused = target
      home = target.closest('aside')
    }
    const observer = new MutationObserver(() => {
      if (focused === null || focused.isConnected) return
      focused = null
      if (document.activeElement !== document.body) return
      const next = home?.isConnected ? home : document.querySelector<HTMLElement>('main')
      next?.focus({ preventScroll: true })
    })
    document.addEventListener('focusin', remember)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      observer.disconnect()
    }
  }, [])
}
