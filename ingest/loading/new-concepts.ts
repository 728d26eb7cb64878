/** Which concepts have come in since a store was opened. */
import { byCodePoint } from '../resolution/code-point-order.ts'
import type { GraphRows } from './graph-rows.ts'

/**
 * @param before ids of the concepts that there were
 * @returns ids of those that are new, the ones that most papers speak of first; who was only renamed is not new
 */
export function newConcepts({ nodes }: GraphRows, before: ReadonlySet<string>): string[] {
  return [...nodes.values()]
    .filter(({ id, properties }) => {
      const formerIds = (properties.formerIds ?? []) as string[]
      return !before.has(id) && !formerIds.some((former) => before.has(former))
    })
    .map(({ id, properties }) => ({ id, papers: Number(properties.papers ?? 0) }))
    .sort((a, b) => b.papers - a.papers || byCodePoint(a.id, b.id))
    .map(({ id }) => id)
}
