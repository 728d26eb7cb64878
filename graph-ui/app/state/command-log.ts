/** Every change of the picture, in order: undo, redo and the trail of steps are places in it. */
import { applyCommand, type Command, describeCommand } from './commands/index.ts'
import { emptyPicture, type Picture } from './picture.ts'
import type { Selection } from './selection.ts'

export interface Step {
  command: Command
  /** What it did, in a few words. */
  words: string
  /** Steps of one gesture (a slider that is drawn, a film that is played) count as one. */
  gesture: number | null
  /** The picture after it; null where it is made again from those before when it is asked for. */
  picture: Picture | null
  /** What was selected after it. */
  selection: Selection | null
}

export interface CommandLog {
  readonly steps: readonly Step[]
  /** How many of the steps are in effect. */
  readonly at: number
  /** The picture after them. */
  readonly picture: Picture
  /** The picture before the first of the steps, where older ones have been let go. */
  readonly origin: Picture
}

export const emptyLog: CommandLog = { steps: [], at: 0, picture: emptyPicture, origin: emptyPicture }

const mostSteps = 200
/** Older steps but those that showed something new let their pictures go: a large picture has maps of its own. */
const recentSteps = 20

/** Adds a step; what had been undone is gone. */
export function perform(
  log: CommandLog,
  command: Command,
  { gesture = null, selection = null }: { gesture?: number | null; selection?: Selection | null } = {},
): CommandLog {
  const last = log.steps[log.at - 1]
  const replaced = gesture !== null && last?.gesture === gesture && last.command.kind === command.kind
  const before = replaced ? pictureAt(log, log.at - 1) : log.picture
  let done = log.steps.slice(0, replaced ? log.at - 1 : log.at)
  let { origin } = log
  if (done.length >= mostSteps) {
    const first = done.length - mostSteps + 1
    origin = pictureAt(log, first)
    done = done.slice(first)
  }
  const picture = applyCommand(before, command)
  const words = describeCommand(command, before)
  const kept = done.map((step, i) =>
    i < done.length - recentSteps && step.command.kind !== 'show' ? { ...step, picture: null } : step,
  )
  return {
    steps: [...kept, { command, words, gesture, picture, selection }],
    at: kept.length + 1,
    picture,
    origin,
  }
}

/** Goes to the picture after so many steps; the first one is never undone, or nothing would be shown. */
export function goTo(log: CommandLog, at: number): CommandLog {
  const place = Math.min(log.steps.length, Math.max(Math.min(1, log.steps.length), at))
  return { ...log, at: place, picture: pictureAt(log, place) }
}

/** Remembers what is selected, so that undo can go back to it. */
export function select(log: CommandLog, selection: Selection | null): CommandLog {
  if (log.at === 0) return log
  return { ...log, steps: log.steps.map((step, i) => (i === log.at - 1 ? { ...step, selection } : step)) }
}

/** The picture after so many steps. */
export function pictureAt(log: CommandLog, at: number): Picture {
  let from = at
  while (from > 0 && log.steps[from - 1]!.picture === null) from--
  let picture = from === 0 ? log.origin : log.steps[from - 1]!.picture!
  for (const { command } of log.steps.slice(from, at)) picture = applyCommand(picture, command)
  return picture
}
