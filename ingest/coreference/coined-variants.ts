/** Names that are made from another name by an addition. */
import type { Form } from './form-features.ts'

/** How the longer form's writing adds to the shorter; in capitals it mostly makes a name of its own. */
const additions = ['another way', 'capital hyphen', 'capital space', 'small hyphen', 'small space'] as const

/** @returns index of `additions` */
export function additionOf(shorter: string, longer: string): number {
  const at = longer.indexOf(shorter)
  if (at < 0) return additions.indexOf('another way')
  const before = longer.slice(0, at)
  const after = longer.slice(at + shorter.length)
  const joint = /[-–]$/.test(before) || /^[-–]/.test(after) ? 'hyphen' : 'space'
  const isCapital = /^\p{Lu}/u.test(before) || /^[\s–-]*[\p{Lu}\p{N}]/u.test(after)
  return additions.indexOf(`${isCapital ? 'capital' : 'small'} ${joint}`)
}

/**
 * Whether one form is a name of its own made from the other, a coined word: "Faster R-CNN" and "R-CNN", "Mip-NeRF" and
 * "NeRF". Of such methods and data sets in the annotated training abstracts one in eight is the same.
 * (Grouping asks for less, and of what a name starts with alone: `entities/extensions.ts`.)
 */
export function isCoinedVariant(one: Form, other: Form): boolean {
  const [shorter, longer] = one.surface.length < other.surface.length ? [one, other] : [other, one]
  if (shorter.shape !== 0 || /\s/.test(shorter.surface)) return false
  return additions[additionOf(shorter.surface, longer.surface)]!.startsWith('capital')
}
