/** The words of a name as features see them. */
import { hashText } from '../weights/feature-hash.ts'

export interface NameWords {
  /** In small letters, without a plural's "s". */
  words: string[]
  /** Hashes of the first word as it is written, of the last of `words`, and of the whole name, all in small letters. */
  first: number
  head: number
  name: number
}

/** The same names come again and again; the store is emptied when it is full. */
const known = new Map<string, NameWords>()
const knownLimit = 20_000

export function wordsOfName(name: string): NameWords {
  const found = known.get(name)
  if (found) return found
  const lower = name.toLowerCase()
  const written = lower.split(/[\s-]+/)
  const words = written.map((word) => word.replace(/s$/, ''))
  const made = { words, first: hashText(written[0]!), head: hashText(words.at(-1)!), name: hashText(lower) }
  if (known.size >= knownLimit) known.clear()
  known.set(name, made)
  return made
}
