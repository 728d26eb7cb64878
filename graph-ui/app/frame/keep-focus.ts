/** The focus stays somewhere sensible when what has it goes away. */
import { flushSync } from 'react-dom'

/** Changes the page; where that takes the focused element away, the focus goes to its neighbour in the list, or to the picture. */
export function keepingFocus(change: () => void): void {
  const back = rememberFocus()
  flushSync(change)
  back()
}

/**
 * Remembers where the focus is.
 * @returns what brings it back, unless it has gone elsewhere meanwhile
 */
export function rememberFocus(): () => void {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) return () => {}
  const item = focused.closest('li')
  const neighbours = [item?.nextElementSibling, item?.previousElementSibling]
  const places = [focused, ...neighbours.map((near) => near?.querySelector<HTMLElement>('button') ?? null)]
  return () => {
    if (document.activeElement !== document.body && document.activeElement !== null) return
    const left = places.find((place) => place?.isConnected && place.checkVisibility())
    const next = left ?? document.querySelector<HTMLElement>('main')
    next?.focus()
  }
}
