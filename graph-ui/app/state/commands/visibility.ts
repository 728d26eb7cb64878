/** Nodes are hidden, held in their place, looked at alone. */
import { withAll, without } from '../sets.ts'
import type { CommandKind } from './command-kind.ts'

export interface Hide {
  kind: 'hide'
  keys: readonly string[]
  /** What is hidden, in a few words. */
  name: string
}
/** Brings hidden nodes back. */
export interface Unhide {
  kind: 'unhide'
  keys: readonly string[]
  name: string
}
/** Layouts leave pinned nodes where they are. */
export interface Pin {
  kind: 'pin'
  keys: readonly string[]
  name: string
  on: boolean
}
/** Dims all but the neighbours of a node; null takes it back. */
export interface Focus {
  kind: 'focus'
  key: string | null
  name: string
}

export const hide: CommandKind<Hide> = {
  apply: (picture, { keys }) => ({ ...picture, hidden: withAll(picture.hidden, keys) }),
  describe: ({ name }) => `Hid ${name}`,
}

export const unhide: CommandKind<Unhide> = {
  apply: (picture, { keys }) => ({ ...picture, hidden: without(picture.hidden, keys) }),
  describe: ({ name }) => `Brought back ${name}`,
}

export const pin: CommandKind<Pin> = {
  apply: (picture, { keys, on }) => ({
    ...picture,
    pinned: on ? withAll(picture.pinned, keys) : without(picture.pinned, keys),
  }),
  describe: ({ name, on }) => (on ? `Pinned ${name}` : `Unpinned ${name}`),
}

export const focus: CommandKind<Focus> = {
  apply: (picture, { key }) => ({ ...picture, focus: key }),
  describe: ({ key, name }) => (key === null ? 'Left the focus' : `Focused on ${name}`),
}
