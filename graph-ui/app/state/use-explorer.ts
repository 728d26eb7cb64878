import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { api } from '../api/index.ts'
import { createExplorer, type ExplorerActions } from './explorer.ts'
import type { ExplorerState } from './explorer-state.ts'

/** What the page knows, and what it can do. */
export type Exploration = ExplorerState & ExplorerActions

/** The explorer as React state; it begins with what the address holds, and follows it. */
export function useExplorer(): Exploration {
  const explorer = useMemo(() => createExplorer(api), [])
  const state = useSyncExternalStore(explorer.subscribe, explorer.state)
  useEffect(() => {
    const open = () => explorer.openAddress(location.hash)
    open()
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [explorer])
  return { ...explorer, ...state }
}
