/** What layouts know of a picture; the nodes and edges of a view fit as they are. */
export interface LayoutNode {
  key: string
  type: string
  name: string
  papers: number
  year: number | null
}

export interface LayoutEdge {
  key: string
  source: string
  target: string
  papers: number
}

/** An edge of which a layout needs to know what it says. */
export interface TypedEdge extends LayoutEdge {
  type: string
}

export interface LayoutGraph {
  nodes: readonly LayoutNode[]
  edges: readonly LayoutEdge[]
}

export type Places = Map<string, { x: number; y: number }>

/** For sorting: what does not depend on the order of nodes and edges comes out the same every time. */
export function byKey(a: { key: string }, b: { key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}
