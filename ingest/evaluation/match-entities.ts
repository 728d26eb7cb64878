/** Which extracted entity is which annotated one, exactly as `gold/score.py` decides it. */
import type { ConceptType, Role } from '../../shared/schema.ts'

export interface ScoredEntity {
  name: string
  type: ConceptType
  role?: Role
  aliases?: string[]
}

/**
 * Each annotated entity, in order, takes the first free prediction that shares a normalised form with it.
 * @param blind whether the type may differ
 * @returns indices of predicted entities by those of annotated ones
 */
export function matchEntities(
  gold: ScoredEntity[],
  predicted: ScoredEntity[],
  blind: boolean,
): Map<number, number> {
  const predictedForms = predicted.map(formsOf)
  const used = new Set<number>()
  const matched = new Map<number, number>()
  gold.forEach((entity, index) => {
    const forms = formsOf(entity)
    const other = predicted.findIndex(
      (candidate, at) =>
        !used.has(at) &&
        (blind || candidate.type === entity.type) &&
        [...forms].some((form) => predictedForms[at]!.has(form)),
    )
    if (other < 0) return
    used.add(other)
    matched.set(index, other)
  })
  return matched
}

/** The normalised forms of an entity. */
export function formsOf({ name, aliases = [] }: ScoredEntity): Set<string> {
  return new Set([name, ...aliases].map(normalise).filter((form) => form !== ''))
}

function normalise(form: string): string {
  const words = form
    .toLowerCase()
    .replace(/[\s\-‐-―_/]+/gu, ' ')
    .replace(/[^\p{L}\p{N}_+ ]/gu, '')
    .split(' ')
    .filter((word) => word !== '')
  return words
    .map((word) =>
      [...word].length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word,
    )
    .join(' ')
}
