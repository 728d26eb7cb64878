/** How well known a name is, from unlabelled papers: a paper introduces names that others do not have. */

import { shippedModels } from '../model-files.ts'
import { tokenise } from '../text/tokens.ts'
import { hashPhrase, type Knowledge, normaliseToken } from './fast/lexicon.ts'
import { loadKnowledge } from './fast/load-knowledge.ts'

export interface Renown {
  /** The list of names and keywords that holds it; 0 for none. */
  list: number
  /** How common its rarest and its last word are; 0 unknown, then the logarithm of the number of papers. */
  rarest: number
  last: number
  /** Its words that no corpus has. */
  unknown: number
  words: number
}

/** The same names come again and again; the store is emptied when it is full. */
const known = new Map<string, Renown>()
const knownLimit = 20_000
let knowledge: Knowledge | null = null

/** @throws where the file of the tagger's knowledge is missing: the installation is broken */
export function renownOf(name: string): Renown {
  const found = known.get(name)
  if (found) return found
  knowledge ??= loadKnowledge(shippedModels)
  const made = lookUp(name, knowledge)
  if (known.size >= knownLimit) known.clear()
  known.set(name, made)
  return made
}

function lookUp(name: string, { names, words }: Knowledge): Renown {
  const tokens = tokenise(name).map(({ text }) => text)
  const frequency = tokens.map((token) => {
    const row = words.rows.get(normaliseToken(token))
    return row === undefined ? 0 : words.frequencies[row]!
  })
  const row = names.rows.row(hashPhrase(tokens))
  return {
    list: row < 0 ? 0 : names.evidence[row]!,
    rarest: Math.min(...frequency, 15),
    last: frequency.at(-1) ?? 0,
    unknown: frequency.filter((one) => one === 0).length,
    words: tokens.length,
  }
}
