/** Which of many steps stand in the strip, and how many are before and behind it. */
export interface TrailWindow {
  first: number
  /** The first that stands no more in it. */
  end: number
}

const mostShown = 5
/** Pixels: in less the words of a step are not told apart. */
const stepWidth = 130

/** How many steps can be read side by side. */
export function stepsWithRoom(width: number): number {
  return Math.max(2, Math.min(mostShown, Math.floor(width / stepWidth)))
}

/**
 * The last steps; where those were undone that are further back than that, the ones from the current step on.
 * @param at how many of the steps are in effect
 * @param room how many have room in the strip
 */
export function trailWindow(steps: number, at: number, room: number): TrailWindow {
  const first = Math.max(0, Math.min(steps - room, at - 1))
  return { first, end: Math.min(steps, first + room) }
}
