/** The panels of the desk, in the order of their tabs. */
import type { ComponentType } from 'react'
import type { Stats } from '../../api/contract.ts'
import type { DeskPanelProps } from './desk-props.ts'

interface DeskPanel {
  id: string
  name: string
  /** The code of a panel comes when it is opened for the first time. */
  load(): Promise<{ default: ComponentType<DeskPanelProps> }>
  /** Whether the server has what it needs. */
  isOffered?(stats: Stats | null): boolean
}

const panels = [
  { id: 'cypher', name: 'Cypher', load: () => import('../cypher/cypher-panel.tsx') },
  { id: 'paths', name: 'Paths', load: () => import('../paths/paths-panel.tsx') },
  { id: 'compare', name: 'Compare', load: () => import('../compare/compare-panel.tsx') },
  {
    id: 'contradictions',
    name: 'Contradictions',
    load: () => import('../compare/contradictions-panel.tsx'),
  },
  { id: 'leaderboard', name: 'Leaderboard', load: () => import('../compare/leaderboard-panel.tsx') },
  {
    id: 'papers',
    name: 'Papers',
    load: () => import('../papers/papers-panel.tsx'),
    isOffered: (stats) => stats?.canIngest ?? false,
  },
] as const satisfies readonly DeskPanel[]

export type DeskPanelId = (typeof panels)[number]['id']

export const deskPanels: readonly (DeskPanel & { id: DeskPanelId })[] = panels
