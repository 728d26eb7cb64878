/** The picture and the commands that change it. Nothing here knows of the screen. */
import type { Community, DrawnType, View, ViewEdge, ViewNode, ViewNodeType } from '../../api/contract.ts'

/** What a picture is part of, where it is known to leave something out. */
export type Scope =
  | { kind: 'landscape'; concepts: number }
  | {
      kind: 'around'
      key: string
      name: string
      relation: DrawnType | null
      types: readonly DrawnType[]
      /** Neighbours along `types`, shown or not. */
      total: number
    }

export interface Picture {
  /** What it shows, in a few words. */
  title: string
  nodes: ReadonlyMap<string, ViewNode>
  edges: ReadonlyMap<string, ViewEdge>
  communities: readonly Community[]
  scope: Scope | null
  hidden: ReadonlySet<string>
  withoutTypes: ReadonlySet<ViewNodeType>
  withoutRelations: ReadonlySet<string>
}

export const emptyPicture: Picture = {
  title: '',
  nodes: new Map(),
  edges: new Map(),
  communities: [],
  scope: null,
  hidden: new Set(),
  withoutTypes: new Set(),
  withoutRelations: new Set(),
}

export type Command =
  | { kind: 'show'; title: string; view: View; communities: readonly Community[]; scope: Scope | null }
  | { kind: 'expand'; name: string; relation: string | null; view: View; scope: Scope | null }
  | { kind: 'hide'; key: string; name: string }
  | { kind: 'move'; key: string; name: string; x: number; y: number }
  | { kind: 'toggle-type'; type: ViewNodeType }
  | { kind: 'toggle-relation'; relation: string }
  | { kind: 'clear-filters' }

/** The picture after a command; filters outlive what is shown. */
export function applyCommand(picture: Picture, command: Command): Picture {
  switch (command.kind) {
    case 'show':
      return {
        ...picture,
        title: command.title,
        nodes: byKey(command.view.nodes),
        edges: byKey(command.view.edges),
        communities: command.communities,
        scope: command.scope,
        hidden: new Set(),
      }
    case 'expand': {
      const nodes = new Map(picture.nodes)
      for (const node of command.view.nodes) if (!nodes.has(node.key)) nodes.set(node.key, node)
      const edges = new Map([...picture.edges, ...byKey(command.view.edges)])
      // What the expansion brings was asked for, also where it had been hidden.
      const hidden = without(picture.hidden, new Set(command.view.nodes.map((node) => node.key)))
      return { ...picture, nodes, edges, hidden, scope: command.scope }
    }
    case 'hide':
      return { ...picture, hidden: new Set([...picture.hidden, command.key]) }
    case 'move': {
      const node = picture.nodes.get(command.key)
      if (!node) return picture
      const moved = { ...node, x: command.x, y: command.y }
      return { ...picture, nodes: new Map(picture.nodes).set(command.key, moved) }
    }
    case 'toggle-type':
      return { ...picture, withoutTypes: toggled(picture.withoutTypes, command.type) }
    case 'toggle-relation':
      return { ...picture, withoutRelations: toggled(picture.withoutRelations, command.relation) }
    case 'clear-filters':
      return { ...picture, hidden: new Set(), withoutTypes: new Set(), withoutRelations: new Set() }
  }
}

function byKey<T extends { key: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.key, item]))
}

function without<T>(set: ReadonlySet<T>, taken: ReadonlySet<T>): Set<T> {
  return new Set([...set].filter((item) => !taken.has(item)))
}

function toggled<T>(set: ReadonlySet<T>, item: T): Set<T> {
  return set.has(item) ? without(set, new Set([item])) : new Set([...set, item])
}
