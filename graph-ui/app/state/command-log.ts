/** Every change of the picture, in order: undo, redo and the trail of steps are places in it. */
import { relationName } from '../relation-names.ts'
import { applyCommand, type Command, emptyPicture, type Picture } from './picture.ts'

export interface Step {
  command: Command
  /** The picture after it. */
  picture: Picture
}

export interface CommandLog {
  readonly steps: readonly Step[]
  /** How many of the steps are in effect. */
  readonly at: number
}

export const emptyLog: CommandLog = { steps: [], at: 0 }

const mostSteps = 200

export function pictureOf(log: CommandLog): Picture {
  return log.steps[log.at - 1]?.picture ?? emptyPicture
}

/** Adds a step; what had been undone is gone. */
export function perform(log: CommandLog, command: Command): CommandLog {
  const done = log.steps.slice(0, log.at).slice(-(mostSteps - 1))
  const picture = applyCommand(pictureOf(log), command)
  return { steps: [...done, { command, picture }], at: done.length + 1 }
}

/** Goes to the picture after so many steps; the first one is never undone, or nothing would be shown. */
export function goTo(log: CommandLog, at: number): CommandLog {
  return { ...log, at: Math.min(log.steps.length, Math.max(Math.min(1, log.steps.length), at)) }
}

/** A step in a few words, for the trail. */
export function describeStep(command: Command): string {
  switch (command.kind) {
    case 'show':
      return command.title
    case 'expand':
      return command.relation === null
        ? `Expanded ${command.name}`
        : `Expanded ${command.name}: ${relationName(command.relation)}`
    case 'hide':
      return `Hid ${command.name}`
    case 'move':
      return `Moved ${command.name}`
    case 'toggle-type':
      return `Filter: ${command.type}`
    case 'toggle-relation':
      return `Filter: ${relationName(command.relation)}`
    case 'clear-filters':
      return 'Cleared filters'
  }
}
