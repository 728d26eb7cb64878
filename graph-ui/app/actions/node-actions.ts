/** What can be done with the nodes of the picture, in the order of their menu. */
import { countOf } from '../numbers.ts'
import { isExpanded } from '../state/commands/expansion.ts'
import { selectedNodes } from '../state/selection.ts'
import type { Action, ActionContext } from './action.ts'

export const expandAll: Action = {
  id: 'expand-all',
  name: 'Expand all',
  keys: 'E',
  isPossible: (context) => singleOf(context) !== null,
  run: (context) => {
    const node = singleOf(context)
    if (node) context.exploration.expand(node.key, node.name, 'all')
  },
}

export const nodeActions: readonly Action[] = [
  expandAll,
  {
    id: 'collapse',
    name: 'Collapse',
    keys: 'C',
    isPossible: (context) => {
      const node = singleOf(context)
      return node !== null && isExpanded(context.exploration.picture, node.key)
    },
    run: (context) => {
      const node = singleOf(context)
      if (node) context.exploration.do({ kind: 'collapse', key: node.key, name: node.name })
    },
  },
  {
    id: 'hide',
    name: 'Hide',
    keys: 'Delete',
    isPossible: (context) => shownOf(context).length > 0,
    run: (context) => {
      const { exploration } = context
      const keys = shownOf(context)
      exploration.do({ kind: 'hide', keys, name: nameOf(context, keys) })
      if (selectedNodes(exploration.selection).some((key) => keys.includes(key))) exploration.select(null)
    },
  },
  {
    id: 'pin',
    name: 'Pin',
    keys: 'P',
    isPossible: (context) => shownOf(context).length > 0 && !areAllPinned(context),
    run: (context) => pin(context, true),
  },
  {
    id: 'unpin',
    name: 'Unpin',
    keys: 'P',
    isPossible: (context) => shownOf(context).length > 0 && areAllPinned(context),
    run: (context) => pin(context, false),
  },
  {
    id: 'move',
    name: 'Move',
    keys: 'M',
    isPossible: (context) => context.nodes.length === 1 && shownOf(context).length === 1,
    run: (context) => {
      const [key] = shownOf(context)
      if (key !== undefined) context.moveNode(key)
    },
  },
  {
    id: 'focus',
    name: 'Focus',
    keys: 'O',
    isPossible: (context) => {
      const node = singleOf(context)
      return node !== null && node.key !== context.exploration.picture.focus
    },
    run: (context) => {
      const node = singleOf(context)
      if (node) context.exploration.do({ kind: 'focus', key: node.key, name: node.name })
    },
  },
  {
    id: 'leave-focus',
    name: 'Leave focus',
    keys: 'O Escape',
    isPossible: ({ exploration }) => exploration.picture.focus !== null,
    run: ({ exploration }) => exploration.do({ kind: 'focus', key: null, name: '' }),
  },
  {
    id: 'only-this',
    name: 'Only this',
    keys: 'T',
    isPossible: (context) => singleOf(context) !== null,
    run: (context) => {
      const node = singleOf(context)
      if (node) context.exploration.open(node.key, node.name)
    },
  },
]

/** The nodes it is about that the picture shows. */
function shownOf({ exploration: { picture }, nodes }: ActionContext): readonly string[] {
  return nodes.filter((key) => picture.nodes.has(key) && !picture.hidden.has(key))
}

/** The only node it is about, or null where there are several, or none. */
function singleOf({ exploration: { picture }, nodes }: ActionContext): { key: string; name: string } | null {
  const [key, ...others] = nodes
  return key === undefined || others.length > 0 ? null : (picture.nodes.get(key) ?? null)
}

function areAllPinned(context: ActionContext): boolean {
  return shownOf(context).every((key) => context.exploration.picture.pinned.has(key))
}

function pin(context: ActionContext, on: boolean): void {
  const keys = shownOf(context)
  context.exploration.do({ kind: 'pin', keys, name: nameOf(context, keys), on })
}

function nameOf({ exploration: { picture } }: ActionContext, keys: readonly string[]): string {
  const [key] = keys
  return keys.length === 1 && key !== undefined
    ? (picture.nodes.get(key)?.name ?? key)
    : countOf(keys.length, 'node')
}
