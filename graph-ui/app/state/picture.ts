/** What is shown, and how: the state that commands change. Nothing here knows of the screen. */
import type { Community, Directions, DrawnType, View, ViewEdge, ViewNode } from '../../api/contract.ts'
import type { NodeFilters } from '../../node-filters.ts'

/** A place in the plane of the picture. */
export interface Place {
  x: number
  y: number
}

/** What a picture is part of, where it is known to leave something out. */
export type Scope =
  | { kind: 'landscape'; concepts: number }
  | {
      kind: 'around'
      key: string
      name: string
      relation: Followed
      direction: Directions
      types: readonly DrawnType[]
      /** Neighbours along `types`, shown or not. */
      total: number
    }

/** What is followed from a node: one relation, all of them, or (null) those that a first look needs. */
export type Followed = DrawnType | 'all' | null

/** What was asked for, so that it can be asked for again. */
export type Source =
  | { kind: 'landscape' }
  | { kind: 'around'; key: string }
  | { kind: 'query'; cypher: string; params: Readonly<Record<string, unknown>> }
  | { kind: 'paths'; from: string; to: string }
  | { kind: 'nodes' }

/** What the picture began with. */
export interface Beginning {
  nodes: ReadonlyMap<string, ViewNode>
  edges: ReadonlyMap<string, ViewEdge>
  scope: Scope | null
}

/** What was added around a node. */
export interface Expansion {
  key: string
  /** Whether the picture did not have the node before. */
  isRoot: boolean
  relation: Followed
  direction: Directions
  view: View
  /** Nodes that had been hidden before they were asked for. */
  unhidden: readonly string[]
  scope: Scope | null
}

/** All of them have to let a node or edge pass; empty sets and zeros leave nothing out. */
export interface Filters extends NodeFilters {
  withoutRelations: ReadonlySet<string>
  withoutCommunities: ReadonlySet<number>
  /** Papers behind an edge. */
  leastEvidence: number
  /** Of an edge, from 0 to 1. */
  leastConfidence: number
}

export type SizeMeasure = 'papers' | 'degree' | 'pagerank' | 'betweenness' | 'same'

export interface Appearance {
  colour: 'type' | 'community'
  size: SizeMeasure
  edgeWidth: 'papers' | 'same'
  names: 'few' | 'some' | 'many'
  /** Whether types have shapes beside their colours. */
  shapes: boolean
}

/** How the nodes came to their places; `own` is what the server or the person gave. */
export type Arrangement = 'own' | 'force' | 'circle' | 'layers' | 'timeline'

export interface Picture {
  /** One more with every picture that replaces another: the camera starts anew. */
  showing: number
  /** What it shows, in a few words. */
  title: string
  source: Source
  nodes: ReadonlyMap<string, ViewNode>
  edges: ReadonlyMap<string, ViewEdge>
  beginning: Beginning
  expansions: readonly Expansion[]
  /** Places other than those that nodes came with. */
  places: ReadonlyMap<string, Place>
  arrangement: Arrangement
  communities: readonly Community[]
  scope: Scope | null
  hidden: ReadonlySet<string>
  /** Nodes that layouts leave where they are. */
  pinned: ReadonlySet<string>
  /** The node around which all but the neighbours are dimmed. */
  focus: string | null
  filters: Filters
  appearance: Appearance
}

export const noFilters: Filters = {
  withoutTypes: new Set(),
  withoutRelations: new Set(),
  withoutVenues: new Set(),
  withoutCommunities: new Set(),
  from: null,
  to: null,
  leastPapers: 0,
  leastEvidence: 0,
  leastConfidence: 0,
  text: '',
}

export const firstAppearance: Appearance = {
  colour: 'type',
  size: 'papers',
  edgeWidth: 'papers',
  names: 'some',
  shapes: false,
}

export const emptyPicture: Picture = {
  showing: 0,
  title: '',
  source: { kind: 'nodes' },
  nodes: new Map(),
  edges: new Map(),
  beginning: { nodes: new Map(), edges: new Map(), scope: null },
  expansions: [],
  places: new Map(),
  arrangement: 'own',
  communities: [],
  scope: null,
  hidden: new Set(),
  pinned: new Set(),
  focus: null,
  filters: noFilters,
  appearance: firstAppearance,
}

/** Where a node of the picture stands. */
export function placeOf(picture: Picture, node: ViewNode): Place {
  return picture.places.get(node.key) ?? node
}
