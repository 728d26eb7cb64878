import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { api } from '../api/index.ts'
import { createExplorer, type ExplorerActions, type ExplorerState } from './explorer.ts'

/** What the page knows, and what it can do. */
export type Exploration = ExplorerState & ExplorerActions

/** The explorer as React state; it begins with the landscape. */
export function useExplorer(): Exploration {
  const explorer = useMemo(() => createExplorer(api), [])
  const state = useSyncExternalStore(explorer.subscribe, explorer.state)
  useEffect(explorer.openLandscape, [])
  return { ...explorer, ...state }
}
