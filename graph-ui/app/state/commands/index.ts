/** All commands; adding one means a file of its family, and a line here. */
import type { Picture } from '../picture.ts'
import { appearance, type ChangeAppearance } from './appearance.ts'
import { type Arrange, arrange, type Move, move } from './arrange.ts'
import type { CommandKind } from './command-kind.ts'
import { type Collapse, collapse, type Expand, expand } from './expansion.ts'
import { type ClearFilters, clearFilters, type Filter, filter } from './filter.ts'
import { type Show, show } from './show.ts'
import { type Focus, focus, type Hide, hide, type Pin, pin, type Unhide, unhide } from './visibility.ts'

export type Command =
  | Show
  | Expand
  | Collapse
  | Hide
  | Unhide
  | Pin
  | Focus
  | Move
  | Arrange
  | Filter
  | ClearFilters
  | ChangeAppearance

const kinds: { [K in Command['kind']]: CommandKind<Extract<Command, { kind: K }>> } = {
  show,
  expand,
  collapse,
  hide,
  unhide,
  pin,
  focus,
  move,
  arrange,
  filter,
  'clear-filters': clearFilters,
  appearance,
}

function kindOf<C extends Command>(command: C): CommandKind<C> {
  // The table gives every kind its own commands, which the compiler cannot see through the index.
  return kinds[command.kind] as unknown as CommandKind<C>
}

/** The picture after a command. */
export function applyCommand(picture: Picture, command: Command): Picture {
  return kindOf(command).apply(picture, command)
}

/** What a command did to a picture, in a few words. */
export function describeCommand(command: Command, before: Picture): string {
  return kindOf(command).describe(command, before)
}
