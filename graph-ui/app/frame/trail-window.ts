/** Which of many steps stand in the strip, and how many are before and behind it. */
export interface TrailWindow {
  first: number
  /** The first that stands no more in it. */
  end: number
}

const mostShown = 5

/**
 * The last steps; where those were undone that are further back than that, the ones from the current step on.
 * @param at how many of the steps are in effect
 */
export function trailWindow(steps: number, at: number): TrailWindow {
  const first = Math.max(0, Math.min(steps - mostShown, at - 1))
  return { first, end: Math.min(steps, first + mostShown) }
}
