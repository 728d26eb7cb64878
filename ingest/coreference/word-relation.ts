/** How the words of two forms relate. */

/** Where the shorter form stands in the longer one. */
export const wordPlaces = ['not in order', 'start', 'end', 'within', 'in parts'] as const

export interface WordRelation {
  shorter: string[]
  longer: string[]
  isFirstShorter: boolean
  common: string[]
  /** Words of the longer alone, and of the shorter alone. */
  extra: string[]
  lacking: string[]
  /** Index of `wordPlaces`. */
  place: number
}

/** @param one words of a normalised form; where both are as long, it is the longer */
export function wordRelation(one: string[], other: string[]): WordRelation {
  const isFirstShorter = one.length < other.length
  const [shorter, longer] = isFirstShorter ? [one, other] : [other, one]
  return {
    shorter,
    longer,
    isFirstShorter,
    common: shorter.filter((word) => longer.includes(word)),
    extra: longer.filter((word) => !shorter.includes(word)),
    lacking: shorter.filter((word) => !longer.includes(word)),
    place: placeOf(shorter, longer),
  }
}

function placeOf(shorter: string[], longer: string[]): number {
  const [inner, outer] = [` ${shorter.join(' ')} `, ` ${longer.join(' ')} `]
  const at = outer.indexOf(inner)
  if (at === 0) return wordPlaces.indexOf('start')
  if (at > 0) return wordPlaces.indexOf(at + inner.length === outer.length ? 'end' : 'within')
  let next = 0
  for (const word of longer) if (word === shorter[next]) next++
  return wordPlaces.indexOf(next === shorter.length ? 'in parts' : 'not in order')
}

const stemLength = 5

/** Whether two words begin alike: "recognition" and "recognise". */
export function shareStem(one: string, other: string): boolean {
  return one.length >= stemLength && one.slice(0, stemLength) === other.slice(0, stemLength)
}
