import { useSyncExternalStore } from 'react'
import type { Explorer, ExplorerActions } from './explorer.ts'
import type { ExplorerState } from './explorer-state.ts'

/** What the page knows, and what it can do. */
export type Exploration = ExplorerState & ExplorerActions

/** The explorer as React state. */
export function useExplorer(explorer: Explorer): Exploration {
  const state = useSyncExternalStore(explorer.subscribe, explorer.state)
  return { ...explorer, ...state }
}
