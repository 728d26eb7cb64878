import type { Exploration } from '../state/use-explorer.ts'

/** What every panel of the desk below the picture gets. */
export interface DeskPanelProps {
  exploration: Exploration
  /** Selects a node and brings it into sight. */
  goToNode(key: string): void
  /** Keys of the nodes that the panel was opened for; another array where it was opened anew. */
  about: readonly string[]
}
