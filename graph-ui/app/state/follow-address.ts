import type { Explorer } from './explorer.ts'

/**
 * Shows what the address of the page holds, now and whenever it changes.
 * @returns when the server has been asked for what it holds now
 */
export function followAddress(explorer: Explorer): Promise<void> {
  const open = () => explorer.openAddress(location.hash)
  window.addEventListener('hashchange', () => void open())
  return open()
}
