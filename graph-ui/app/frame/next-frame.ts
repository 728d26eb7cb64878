/** Resolves once the page has been painted as it is now: before work that holds it up. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

/** Resolves once people can see the page as it is now: the next frame begins when the one before is on the screen. */
export async function whenSeen(): Promise<void> {
  await nextFrame()
  await nextFrame()
}
