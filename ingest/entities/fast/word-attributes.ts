import { hashString, mix } from './hashing.ts'
import { extendPhrase, knowledgeOf, type Lexicon, normaliseToken } from './lexicon.ts'

/** What features are made of for one token, each a hash; the same for every occurrence of the token. */
export interface WordAttributes {
  lower: number
  /** Normalised form, for phrases. */
  normal: number
  /** "Xx", "XX", "0": kinds of characters, runs of more than two as two. */
  shape: number
  /** Features of the token alone. */
  own: Int32Array
  /** Coarse word class that stands for the word in combinations: its cluster, else its ending. */
  cluster: number
  fineCluster: number
  letters: boolean
  capital: boolean
  /** A short frequent word that carries no name. */
  stop: boolean
  /** The rows of what begins with it in the tables of phrases and of names; -1 where nothing does. */
  phraseRow: number
  nameRow: number
}

const stopWords = new Set(
  `a an the of in on for to and or with by from as at is are was were be been we our this that these those it its
  which can has have into than not but also such their they using use used both between via through over under
  while when where how more most only other each all any based propose proposed present show`.split(/\s+/),
)

/** Attributes of tokens, computed once for each distinct token; bounded, so that no input fills the memory. */
export function wordAttributes(lexicon: Lexicon): (text: string) => WordAttributes {
  let known = new Map<string, WordAttributes>()
  return (text) => {
    const found = known.get(text)
    if (found) return found
    if (known.size > 100_000) known = new Map()
    const made = attributesOf(text, lexicon)
    known.set(text, made)
    return made
  }
}

function attributesOf(text: string, lexicon: Lexicon): WordAttributes {
  const lowerText = text.toLowerCase()
  const lower = hashString(lowerText)
  const shapeText = shapeOf(text)
  const shape = hashString(shapeText)
  const { words } = lexicon
  const knowledge = knowledgeOf(words, lowerText) ?? knowledgeOf(words, normaliseToken(text))
  const own: number[] = []
  const add = (kind: string, value: string | number) =>
    own.push(mix(hashString(kind), typeof value === 'string' ? hashString(value) : value))
  add('lower', lowerText)
  add('exact', text)
  add('normal', normaliseToken(text))
  add('shape', shapeText)
  add('length', Math.min(12, text.length))
  if (/\p{L}/u.test(text)) {
    for (const length of [1, 2, 3, 4]) {
      add(`prefix${length}`, lowerText.slice(0, length))
      add(`suffix${length}`, lowerText.slice(-length))
    }
    if (/\p{Ll}\p{Lu}/u.test(text)) add('camel', 1)
    if (/^\p{Lu}+s$/u.test(text)) add('plural acronym', 1)
  }
  add('frequency', knowledge?.frequency ?? 0)
  add('capitals', (knowledge?.capitals ?? 4) * 10 + (/^\p{Lu}/u.test(text) ? 1 : 0))
  for (const [level, cluster] of (knowledge?.clusters ?? []).entries()) add(`cluster${level}`, cluster)
  const normal = hashString(normaliseToken(text))
  const beginning = extendPhrase(0, normal)
  const ending = hashString(`${lowerText.slice(-3)} ${shapeText}`)
  const [coarse, fine] = knowledge?.clusters ?? []
  return {
    lower,
    normal,
    shape,
    own: Int32Array.from(own),
    cluster: coarse === undefined ? ending : mix(7, coarse),
    fineCluster: fine === undefined ? ending : mix(11, fine),
    letters: /\p{L}/u.test(text),
    capital: /^\p{Lu}/u.test(text),
    stop: stopWords.has(lowerText),
    phraseRow: lexicon.phrases.rows.row(beginning),
    nameRow: lexicon.names.rows.row(beginning),
  }
}

function shapeOf(text: string): string {
  if (text.length === 1 && !/[\p{L}\p{N}]/u.test(text)) return text
  return text
    .slice(0, 20)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{L}\p{M}]/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\p{N}/gu, '0')
    .replace(/(.)\1+/gu, '$1$1')
}
