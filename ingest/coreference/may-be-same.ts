/** Which pairs of entities of a document may be the same. */
import { conceptTypes } from '../../shared/schema.ts'
import { isCoinedVariant } from './coined-variants.ts'
import type { PlacedEntity } from './placed-entities.ts'
import { spellingOf } from './spelling.ts'
import { shareStem } from './word-relation.ts'

const method = conceptTypes.indexOf('Method')
const dataset = conceptTypes.indexOf('Dataset')
/** Words and places tell little of metrics: "classification accuracy" and "Dice accuracy" are two things. */
const metric = conceptTypes.indexOf('Metric')

/** Two mentions in one sentence, with what is between and after them. */
export interface Nearest {
  gap: number
  between: string[]
  after: string
  isFirstAhead: boolean
}

/** The most tokens between two names of which one may explain the other, as "X (Y" does. */
const explaining = 2
/** The fewest tenths of a short form's letters that its long form has. */
const spelled = 5

/**
 * Whether two entities are worth a look at all: of one type, no metrics, and not a name and another made from it.
 * @param nearest of their mentions
 */
export function mayBeSame(one: PlacedEntity, other: PlacedEntity, nearest: Nearest | null): boolean {
  if (one.type !== other.type || one.type === metric) return false
  const isNamed = one.type === method || one.type === dataset
  if (isNamed && one.forms.some((left) => other.forms.some((right) => isCoinedVariant(left, right))))
    return false
  if (nearest && nearest.gap <= explaining) return true
  return one.forms.some((left) =>
    other.forms.some((right) => {
      if (left.words.some((word) => right.words.some((rival) => word === rival || shareStem(word, rival))))
        return true
      if ((left.words.length === 1) === (right.words.length === 1)) return false
      const [word, text] = left.words.length === 1 ? [left, right] : [right, left]
      return word.shape === 0 && spellingOf(word.surface, text.surface).letters >= spelled
    }),
  )
}

export function nearestOf(one: PlacedEntity, other: PlacedEntity): Nearest | null {
  let nearest: Nearest | null = null
  for (const a of one.mentions) {
    for (const b of other.mentions) {
      if (a.sentence !== b.sentence) continue
      const isFirstAhead = a.first < b.first
      const [from, to] = isFirstAhead ? [a, b] : [b, a]
      const gap = to.first - from.end
      if (gap < 0 || (nearest && nearest.gap <= gap)) continue
      nearest = {
        gap,
        between: a.words.slice(from.end, to.first),
        after: a.words[to.end] ?? '',
        isFirstAhead,
      }
    }
  }
  return nearest
}
