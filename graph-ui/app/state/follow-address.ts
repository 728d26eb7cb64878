import type { Explorer } from './explorer.ts'

/** Shows what the address of the page holds, now and whenever it changes. */
export function followAddress(explorer: Explorer): void {
  const open = () => explorer.openAddress(location.hash)
  open()
  window.addEventListener('hashchange', open)
}
