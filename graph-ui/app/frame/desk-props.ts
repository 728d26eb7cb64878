import type { Exploration } from '../state/use-explorer.ts'

/** What every panel of the desk below the picture gets. */
export interface DeskPanelProps {
  exploration: Exploration
  /** Selects a node and brings it into sight. */
  goToNode(key: string): void
  close(): void
}
