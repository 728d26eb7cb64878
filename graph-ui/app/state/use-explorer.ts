import { useMemo, useSyncExternalStore } from 'react'
import { whenSeen } from '../frame/next-frame.ts'
import type { Explorer, ExplorerActions } from './explorer.ts'
import type { ExplorerState } from './explorer-state.ts'

/** What the page knows, and what it can do. */
export type Exploration = ExplorerState & ExplorerActions

/** The explorer as React state. What may wait is told when people see it in the picture. */
export function useExplorer(explorer: Explorer): Exploration {
  const subscribe = useMemo(() => subscriptionTo(explorer), [explorer])
  const state = useSyncExternalStore(subscribe, explorer.state)
  return { ...explorer, ...state }
}

function subscriptionTo(explorer: Explorer): (changed: () => void) => () => void {
  return (changed) => explorer.subscribe((mayWait) => (mayWait ? void whenSeen().then(changed) : changed()))
}
