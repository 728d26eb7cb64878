/** How well known a name is, from unlabelled papers: a paper introduces names that others do not have. */
import { join } from 'node:path'
import { packageRoot } from '../../shared/package-root.ts'
import { normaliseToken } from '../entities/fast/lexicon.ts'
import { readKnowledge } from '../entities/fast/model-file.ts'
import { tokenise } from '../text/tokens.ts'

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

interface Knowledge {
  names: Map<string, number>
  frequencies: Map<string, number>
}
let loaded: Knowledge | undefined

function load(): Knowledge {
  const { names, words } = readKnowledge(join(packageRoot, 'ingest', 'models', 'fast-knowledge.bin'))
  const frequencies = new Map(words.map(([word, frequency]) => [word, frequency]))
  return { names: new Map(names), frequencies }
}

/** @throws where the file of the tagger's knowledge is missing: the installation is broken */
export function renownOf(name: string): Renown {
  loaded ??= load()
  const { names, frequencies } = loaded
  const words = tokenise(name).map(({ text }) => normaliseToken(text))
  const frequency = words.map((word) => frequencies.get(word) ?? 0)
  return {
    list: names.get(words.join(' ')) ?? 0,
    rarest: Math.min(...frequency, 15),
    last: frequency.at(-1) ?? 0,
    unknown: frequency.filter((one) => one === 0).length,
    words: words.length,
  }
}
