import { conceptTypes } from '../../../shared/schema.ts'

/** Outside, then for each type the beginning and the inside of a mention: 2 * type + 1, 2 * type + 2. */
export const labelCount = 2 * conceptTypes.length + 1
export const outsideLabel = 0

export function beginLabel(type: number): number {
  return 2 * type + 1
}
export function insideLabel(type: number): number {
  return 2 * type + 2
}
export function isInside(label: number): boolean {
  return label > 0 && label % 2 === 0
}
/** The type of a label other than {@link outsideLabel}, by its place in `conceptTypes`. */
export function typeOf(label: number): number {
  return (label - 1) >> 1
}
/** Whether a label may follow another; nothing but a beginning or an inside of its type precedes an inside. */
export function mayFollow(label: number, previous: number): boolean {
  return !isInside(label) || (previous !== outsideLabel && typeOf(previous) === typeOf(label))
}
