import type { Place } from '../state/picture.ts'

const margin = 8

/**
 * Puts an element that is fixed to the window at a place, or as near to it as there is room.
 * @param right where the room ends; where it is too narrow for the element, the window is its room
 */
export function placeWithin(element: HTMLElement, { x, y }: Place, right: number = innerWidth): void {
  const { width, height } = element.getBoundingClientRect()
  const end = right >= width + 2 * margin ? right : innerWidth
  element.style.left = `${Math.max(margin, Math.min(x, end - width - margin))}px`
  element.style.top = `${Math.max(margin, Math.min(y, innerHeight - height - margin))}px`
}
