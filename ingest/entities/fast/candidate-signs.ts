import { conceptTypes } from '../../../shared/schema.ts'
import type { TextDocument } from '../../documents.ts'
import type { Candidate } from './candidates.ts'
import { type CountedPhrases, evidenceWithout, hashPhrase, type PhraseCounts } from './lexicon.ts'

/** Names of signs that depend on two small numbers, each made but once. */
function signNames(
  nameOf: (first: number, second: number) => string,
): (first: number, second: number) => string {
  const made: string[] = []
  return (first, second) => {
    const place = first * 16 + second
    made[place] ??= nameOf(first, second)
    return made[place]
  }
}
const shapes = ['name', 'capital', 'plain']
const confidenceSign = signNames((type, tenth) => `confidence ${type} ${tenth}`)
const wordsSign = signNames((words, best) => `words ${words} ${best}`)
const titleSign = signNames((title, best) => `title ${title === 1} ${best}`)
const countSign = signNames((count, best) => `count ${count} ${best}`)
const shapeSign = signNames((shape, best) => `shape ${shapes[shape]} ${best}`)
const shapeTitleSign = signNames(
  (both, count) => `shape ${shapes[both >> 1]} title ${(both & 1) === 1} count ${count}`,
)
const placesSign = signNames((places, count) => `places ${places} of ${count}`)
const firstSentenceSign = signNames((first, best) => `first sentence ${first === 1} ${best}`)
const lastSentenceSign = signNames((last, best) => `last sentence ${last === 1} ${best}`)
const bestSign = (best: number) => `best ${best}`
const phraseSign = (evidence: number) => `phrase ${evidence}`
const sentenceSign = (sentence: number) => `sentence ${sentence}`
/** @param level `level * types + type` */
export const levelSign = (level: number) =>
  `level ${Math.floor(level / conceptTypes.length)} ${level % conceptTypes.length}`

/** What tells of a candidate by itself whether it is an entity, and of which type. */
export function signsOf(
  { form, places, confidence }: Candidate,
  document: TextDocument,
  phrases: CountedPhrases,
  own?: Map<number, PhraseCounts>,
): string[] {
  const signs = ['any']
  const [place] = places
  const sentence = document.sentences[place!.sentence]!
  const { tokens } = sentence
  const { first, end } = place!
  const surface = document.text.slice(tokens[first]!.start, tokens[end - 1]!.end)
  confidence.forEach((value, type) => {
    signs.push(confidenceSign(type, Math.min(9, Math.floor(value * 10))))
  })
  const best = confidence.indexOf(Math.max(...confidence))
  const hash = hashPhrase(tokens.slice(first, end).map(({ text }) => text))
  const row = phrases.rows.row(hash)
  signs.push(phraseSign(row < 0 ? 0 : evidenceWithout(phrases, row, own?.get(hash))))
  const words = form.split(' ')
  const inTitle = places.some(({ sentence: at }) => document.sentences[at]!.start < document.abstractStart)
  const title = inTitle ? 1 : 0
  const count = occurrences(document.text, surface)
  const shape = /\p{Lu}.*\p{Lu}|\p{N}/u.test(surface) ? 0 : /^\p{Lu}/u.test(surface) ? 1 : 2
  const isFirst = place!.sentence === 0 ? 1 : 0
  const isLast = place!.sentence === document.sentences.length - 1 ? 1 : 0
  signs.push(
    bestSign(best),
    wordsSign(Math.min(5, words.length), best),
    titleSign(title, best),
    countSign(Math.min(5, count), best),
    shapeSign(shape, best),
    shapeTitleSign(shape * 2 + title, Math.min(3, count)),
    placesSign(Math.min(4, places.length), Math.min(4, count)),
    `last ${words.at(-1)}`,
    `first ${words[0]}`,
    `form ${form}`,
    `before ${tokens[first - 1]?.text.toLowerCase() ?? ''}`,
    `after ${tokens[end]?.text.toLowerCase() ?? ''}`,
    sentenceSign(Math.min(8, place!.sentence)),
    firstSentenceSign(isFirst, best),
    lastSentenceSign(isLast, best),
  )
  return signs
}

function occurrences(text: string, surface: string): number {
  let count = 0
  for (let at = text.indexOf(surface); at >= 0 && count < 6; at = text.indexOf(surface, at + 1)) count++
  return count
}
