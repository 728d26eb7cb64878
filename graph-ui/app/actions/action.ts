/** What can be done with the page: told once for shortcuts, menus and the help. */
import type { Exploration } from '../state/use-explorer.ts'

export interface ActionContext {
  exploration: Exploration
  /** What it is about: the node whose menu is open, else what is selected. */
  nodes: readonly string[]
  focusSearch(): void
  fitPicture(): void
  copyLink(): void
  openExport(): void
  /** Opens the menu of a node of the picture where the node stands. */
  openMenu(key: string): void
  /** Lets the person move a node of the picture without dragging it. */
  moveNode(key: string): void
  openHelp(): void
}

export interface Action {
  id: string
  name: string
  /** One or several in the words of `aria-keyshortcuts`, such as `Control+Shift+Z Control+Y`. */
  keys: string
  isPossible(context: ActionContext): boolean
  run(context: ActionContext): void
}
