/** Neighbours come in and go again. */
import type { Directions, View } from '../../../api/contract.ts'
import { relationName } from '../../relation-names.ts'
import type { Beginning, Expansion, Followed, Picture, Scope } from '../picture.ts'
import { byKey, withAll, without } from '../sets.ts'
import type { CommandKind } from './command-kind.ts'

export interface Expand {
  kind: 'expand'
  key: string
  name: string
  relation: Followed
  direction: Directions
  view: View
  scope: Scope | null
}

/** Takes back what was added around a node, and what was added around that. */
export interface Collapse {
  kind: 'collapse'
  key: string
  name: string
}

export const expand: CommandKind<Expand> = {
  apply(picture, { key, relation, direction, view, scope }) {
    // What the expansion brings was asked for, also where it had been hidden.
    const unhidden = view.nodes.map((node) => node.key).filter((asked) => picture.hidden.has(asked))
    // Numbers of communities mean something within one answer only.
    const nodes = view.nodes.map((node) => ({ ...node, community: null }))
    const expansion: Expansion = {
      isRoot: !picture.nodes.has(key),
      key,
      relation,
      direction,
      view: { nodes, edges: view.edges },
      unhidden,
      scope,
    }
    const expansions = [...picture.expansions, expansion]
    const hidden = without(picture.hidden, unhidden)
    return { ...picture, ...contentOf(picture.beginning, expansions), expansions, hidden }
  },
  describe: ({ name, relation, direction }) =>
    relation === null || relation === 'all'
      ? `Expanded ${name}`
      : `Expanded ${name}: ${relationName(relation, direction === 'in' ? 'in' : 'out')}`,
}

export const collapse: CommandKind<Collapse> = {
  apply(picture, { key }) {
    const others = picture.expansions.filter((expansion) => expansion.key !== key)
    const expansions = rooted(picture.beginning, others)
    const content = contentOf(picture.beginning, expansions)
    const taken = picture.expansions.filter((expansion) => !expansions.includes(expansion))
    const present = (key: string) => content.nodes.has(key)
    const hidden = [
      ...withAll(
        picture.hidden,
        taken.flatMap(({ unhidden }) => unhidden),
      ),
    ].filter(present)
    return {
      ...picture,
      ...content,
      expansions,
      hidden: new Set(hidden),
      pinned: new Set([...picture.pinned].filter(present)),
      focus: picture.focus !== null && present(picture.focus) ? picture.focus : null,
    }
  },
  describe: ({ name }) => `Collapsed ${name}`,
}

/** Whether something was added around a node. */
export function isExpanded(picture: Picture, key: string): boolean {
  return picture.expansions.some((expansion) => expansion.key === key)
}

/** The expansions of nodes that are there without them: what was expanded from a node that goes, goes with it. */
function rooted(beginning: Beginning, expansions: readonly Expansion[]): Expansion[] {
  const present = new Set(beginning.nodes.keys())
  const kept = new Set<Expansion>()
  for (let before = -1; kept.size > before; ) {
    before = kept.size
    for (const expansion of expansions) {
      if (kept.has(expansion) || !(expansion.isRoot || present.has(expansion.key))) continue
      kept.add(expansion)
      for (const { key } of expansion.view.nodes) present.add(key)
    }
  }
  return expansions.filter((expansion) => kept.has(expansion))
}

/** A beginning with its expansions; a node stays as it came first. */
export function contentOf(
  beginning: Beginning,
  expansions: readonly Expansion[],
): Pick<Picture, 'nodes' | 'edges' | 'scope'> {
  const nodes = new Map(beginning.nodes)
  const edges = new Map(beginning.edges)
  for (const { view } of expansions) {
    for (const node of view.nodes) if (!nodes.has(node.key)) nodes.set(node.key, node)
    for (const [key, edge] of byKey(view.edges)) edges.set(key, edge)
  }
  for (const [key, { source, target }] of edges) {
    if (!nodes.has(source) || !nodes.has(target)) edges.delete(key)
  }
  const last = expansions.at(-1)
  return { nodes, edges, scope: last ? last.scope : beginning.scope }
}
