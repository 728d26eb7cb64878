/** Resolves once the page has been painted as it is now: before work that holds it up. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
