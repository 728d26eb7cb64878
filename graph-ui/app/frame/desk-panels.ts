/** The panels of the desk, in the order of their tabs. */
import type { ComponentType } from 'react'

import type { DeskPanelProps } from './desk-props.ts'

interface DeskPanel {
  id: string
  name: string
  /** The code of a panel comes when it is opened for the first time. */
  load(): Promise<{ default: ComponentType<DeskPanelProps> }>
}

export const deskPanels = [
  { id: 'cypher', name: 'Cypher', load: () => import('../cypher/cypher-panel.tsx') },
] as const satisfies readonly DeskPanel[]

export type DeskPanelId = (typeof deskPanels)[number]['id']
