import type { Point } from './edge-geometry.ts'

/** What a person does on the picture. */
export interface CanvasEvents {
  selectNode(key: string): void
  /** Adds a node to what is selected, or takes it out. */
  toggleNode(key: string): void
  /** Instead of what was selected. */
  selectNodes(keys: readonly string[]): void
  selectEdge(key: string): void
  selectNothing(): void
  expandNode(key: string): void
  moveNode(key: string, x: number, y: number): void
  /** The pointer is on a node, or on none any more. */
  hoverNode(key: string | null): void
  /** The pointer is on an edge, at a place in pixels of the page, or on none any more. */
  hoverEdge(edge: { key: string; at: Point } | null): void
  /** @param at in pixels of the page */
  openMenu(key: string, at: Point): void
  /** The browser has taken the drawing surface away. */
  lost(): void
}
