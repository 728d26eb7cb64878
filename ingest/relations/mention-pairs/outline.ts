/** A sentence as the models of mention pairs see it: names, words, numbers as one, without its citation markers. */
import { hashText } from '../../weights/feature-hash.ts'
import type { ReadSentence } from '../reading.ts'

export interface OutlineWord {
  text: string
  hash: number
  /** Index of the mention among the document's; -1 for a word. */
  mention: number
}

export interface Outline {
  words: OutlineWord[]
  /** For each name of the sentence, in order, where it stands among the words. */
  names: number[]
  /** For each name the number of the enumeration that it stands in ("A, B and C"), alone or not. */
  groups: number[]
}

const numbered = /\[[\s\d,;–-]*\d[\s\d,;–-]*\]/g
const authored = /\([^()\uE000-\uE003]*?(?:\bet al\b|\b(?:1 ?9|2 ?0) ?\d ?\d\b)[^()\uE000-\uE003]*\)/g
const wordPattern =
  /\uE000+|\uE001+|\uE002+|\uE003+|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|\d(?:[\d.,\s]*\d)?(?:\s*%)?|[^\s]/gu
const joining = /^(?:,|and|or|&|\/|as|well|both|the|a|an|our|then|also|either|[+])$/

/** @param sentence every mention of which is an entity of its own */
export function outlineOf(sentence: ReadSentence): Outline {
  const blank = (marker: string) => ' '.repeat(marker.length)
  const text = sentence.masked.replace(numbered, blank).replace(authored, blank)
  const words: OutlineWord[] = []
  const names: number[] = []
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    const place = isMask(word) ? sentence.places[names.length] : undefined
    if (place && place.start === sentence.start + index) {
      names.push(words.length)
      words.push({ text: word[0]!, hash: hashText(word[0]!), mention: place.entity })
    } else {
      const plain = /^\d/.test(word) ? '0' : word
      words.push({ text: plain, hash: hashText(plain), mention: -1 })
    }
  }
  return { words, names, groups: groupsOf(words, names) }
}

function isMask(word: string): boolean {
  return word >= '\uE000' && word <= '\uE003\uFFFF'
}

/** Names of one type with nothing but commas and conjunctions between them are one enumeration. */
function groupsOf(words: OutlineWord[], names: number[]): number[] {
  const groups: number[] = []
  names.forEach((at, index) => {
    const before = names[index - 1]
    const joined =
      before !== undefined &&
      words[at]!.text === words[before]!.text &&
      at > before + 1 &&
      words.slice(before + 1, at).every(({ text }) => joining.test(text))
    groups.push(joined ? groups[index - 1]! : index)
  })
  return groups
}
