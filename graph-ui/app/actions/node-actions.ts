/** What can be done with the nodes of the picture, in the order of their menu. */
import { countOf } from '../numbers.ts'
import { isExpanded } from '../state/commands/expansion.ts'
import type { Picture } from '../state/picture.ts'
import { selectedNodes } from '../state/selection.ts'
import type { Exploration } from '../state/use-explorer.ts'
import type { Action, ActionContext } from './action.ts'

export const expandAll: Action = {
  id: 'expand-all',
  name: 'Expand all',
  keys: 'E',
  ...ofOneNode((exploration, { key, name }) => exploration.expand(key, name, 'all')),
}

const collapse: Action = {
  id: 'collapse',
  name: 'Collapse',
  keys: 'C',
  ...ofOneNode(
    (exploration, { key, name }) => exploration.do({ kind: 'collapse', key, name }),
    (picture, { key }) => isExpanded(picture, key),
  ),
}

export const hide: Action = {
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
}

export const pin: Action = {
  id: 'pin',
  name: 'Pin',
  keys: 'P',
  isPossible: (context) => shownOf(context).length > 0 && !areAllPinned(context),
  run: (context) => setPinned(context, true),
}

export const unpin: Action = {
  id: 'unpin',
  name: 'Unpin',
  keys: 'P',
  isPossible: (context) => shownOf(context).length > 0 && areAllPinned(context),
  run: (context) => setPinned(context, false),
}

const move: Action = {
  id: 'move',
  name: 'Move',
  keys: 'M',
  isPossible: (context) => context.nodes.length === 1 && shownOf(context).length === 1,
  run: (context) => {
    const [key] = shownOf(context)
    if (key !== undefined) context.moveNode(key)
  },
}

const focus: Action = {
  id: 'focus',
  name: 'Focus',
  keys: 'O',
  ...ofOneNode(
    (exploration, { key, name }) => exploration.do({ kind: 'focus', key, name }),
    (picture, { key }) => key !== picture.focus,
  ),
}

const leaveFocus: Action = {
  id: 'leave-focus',
  name: 'Leave focus',
  keys: 'O Escape',
  isPossible: ({ exploration }) => exploration.picture.focus !== null,
  run: ({ exploration }) => exploration.do({ kind: 'focus', key: null, name: '' }),
}

export const onlyThis: Action = {
  id: 'only-this',
  name: 'Only this',
  keys: 'T',
  ...ofOneNode((exploration, { key, name }) => exploration.open(key, name)),
}

export const nodeActions: readonly Action[] = [
  expandAll,
  collapse,
  hide,
  pin,
  unpin,
  move,
  focus,
  leaveFocus,
  onlyThis,
]

interface NamedNode {
  key: string
  name: string
}

/** What is possible where it is about one node alone, of which `holds` is true. */
function ofOneNode(
  run: (exploration: Exploration, node: NamedNode) => void,
  holds: (picture: Picture, node: NamedNode) => boolean = () => true,
): Pick<Action, 'isPossible' | 'run'> {
  return {
    isPossible(context) {
      const node = singleOf(context)
      return node !== null && holds(context.exploration.picture, node)
    },
    run(context) {
      const node = singleOf(context)
      if (node) run(context.exploration, node)
    },
  }
}

/** The nodes it is about that the picture shows. */
function shownOf({ exploration: { picture }, nodes }: ActionContext): readonly string[] {
  return nodes.filter((key) => picture.nodes.has(key) && !picture.hidden.has(key))
}

/** The only node it is about, or null where there are several, or none. */
function singleOf({ exploration: { picture }, nodes }: ActionContext): NamedNode | null {
  const [key, ...others] = nodes
  return key === undefined || others.length > 0 ? null : (picture.nodes.get(key) ?? null)
}

function areAllPinned(context: ActionContext): boolean {
  return shownOf(context).every((key) => context.exploration.picture.pinned.has(key))
}

function setPinned(context: ActionContext, on: boolean): void {
  const keys = shownOf(context)
  context.exploration.do({ kind: 'pin', keys, name: nameOf(context, keys), on })
}

function nameOf({ exploration: { picture } }: ActionContext, keys: readonly string[]): string {
  const [key] = keys
  return keys.length === 1 && key !== undefined
    ? (picture.nodes.get(key)?.name ?? key)
    : countOf(keys.length, 'node')
}
