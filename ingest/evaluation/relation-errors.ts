import type { ExtractionError } from './errors.ts'

/** A relation between two things that keys stand for. */
export interface KeyedRelation {
  /** What the end is called among the extracted things; null where it was not extracted. */
  head: string | null
  tail: string | null
  label: string
  /** As a person reads it: "BERT USED_FOR parsing". */
  shown: string
}

/**
 * Sorts the relations that are in one of the two and not in the other.
 * @param annotated ends in terms of the extracted things
 * @param isAnnotated whether an extracted thing is one that the annotators have
 */
export function relationErrors(
  document: string,
  annotated: KeyedRelation[],
  extracted: KeyedRelation[],
  isAnnotated: (key: string) => boolean,
): ExtractionError[] {
  const keyOf = ({ head, label, tail }: KeyedRelation) => JSON.stringify([head, label, tail])
  const right = new Set(annotated.map(keyOf))
  const given = new Set(extracted.map(keyOf))
  const wrong = extracted.filter((relation) => !right.has(keyOf(relation)))
  const errors: ExtractionError[] = []
  const tell = (category: string, gold: KeyedRelation | null, found: KeyedRelation | null) => {
    const labels = [gold?.label, found?.label].filter((label) => label !== undefined)
    const form = [...new Set(labels)].join(', read as ')
    const [annotated, extracted] = [gold?.shown ?? null, found?.shown ?? null]
    errors.push({ part: 'relations', category, document, form, annotated, extracted })
  }
  const take = (fits: (relation: KeyedRelation) => boolean): KeyedRelation | null => {
    const at = wrong.findIndex(fits)
    return at < 0 ? null : wrong.splice(at, 1)[0]!
  }
  for (const relation of annotated) {
    if (given.has(keyOf(relation))) continue
    const { head, tail, label } = relation
    if (head === null || tail === null) {
      tell('missed, because an end was missed', relation, null)
      continue
    }
    const turned = take((other) => other.head === tail && other.tail === head && other.label === label)
    if (turned) {
      tell('wrong direction', relation, turned)
      continue
    }
    const relabelled = take((other) => other.head === head && other.tail === tail)
    if (relabelled) tell('wrong label', relation, relabelled)
    else tell('missed, though both ends were found', relation, null)
  }
  for (const relation of wrong) {
    const isKnown = isAnnotated(relation.head!) && isAnnotated(relation.tail!)
    tell(isKnown ? 'spurious, between annotated ends' : 'spurious, with an end that is none', null, relation)
  }
  return errors
}
