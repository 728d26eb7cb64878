import type { Place } from '../state/picture.ts'

const margin = 8

/** Puts an element that is fixed to the window at a place, or as near to it as the window has room for. */
export function placeWithin(element: HTMLElement, { x, y }: Place): void {
  const { width, height } = element.getBoundingClientRect()
  element.style.left = `${Math.max(margin, Math.min(x, innerWidth - width - margin))}px`
  element.style.top = `${Math.max(margin, Math.min(y, innerHeight - height - margin))}px`
}
