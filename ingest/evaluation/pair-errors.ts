import type { ExtractionError } from './errors.ts'

/** How a kind of entity is told to a person. */
export interface EntityWording<Entity> {
  /** What repetitions are counted by. */
  form(entity: Entity): string
  shown(entity: Entity): string
}

export function entityError<Entity>(
  document: string,
  category: string,
  [annotated, extracted]: [Entity | null, Entity | null],
  wording: EntityWording<Entity>,
): ExtractionError {
  const shown = (entity: Entity | null) => (entity === null ? null : wording.shown(entity))
  const form = wording.form((annotated ?? extracted)!)
  return {
    part: 'entities',
    category,
    document,
    form,
    annotated: shown(annotated),
    extracted: shown(extracted),
  }
}

/**
 * Pairs what was missed with what was extracted in its stead.
 * @param missed loses what is paired; so does `spurious`
 * @param fits whether the second was extracted for the first
 */
export function pairUp<Entity>(
  missed: Set<Entity>,
  spurious: Set<Entity>,
  fits: (annotated: Entity, extracted: Entity) => boolean,
): [Entity, Entity][] {
  const pairs: [Entity, Entity][] = []
  for (const annotated of [...missed]) {
    const extracted = [...spurious].find((candidate) => fits(annotated, candidate))
    if (extracted === undefined) continue
    missed.delete(annotated)
    spurious.delete(extracted)
    pairs.push([annotated, extracted])
  }
  return pairs
}
