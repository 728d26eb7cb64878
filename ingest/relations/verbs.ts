/** The verb that governs a name, found by its stem, and whether a paper presents something with it. */
import { hashText } from '../weights/feature-hash.ts'
import type { Word } from './reading.ts'

const presenting =
  /^(?:propos|present|introduc|develop|describ|design|devis|deriv|formulat|contribut|provid|creat|build|releas|construct|collect|suggest|offer|call|term|dub|nam|coin|extend|augment)/
const other =
  /^(?:us(?:e|es|ed|ing)$|utili[sz]|employ|appl(?:y|ies|ied|ying)$|adopt|leverag|exploit|combin|integrat|incorporat|based$|built$|improv|outperform|surpass|achiev|compar|evaluat|test|validat|train|learn|fine-tun|pre-?train|explor|investigat|stud(?:y|ies|ied)|address|tackl|solv|consider|focus|show|demonstrat|analy[sz]|rel(?:y|ies|ied)|requir|exist|suffer|limit|fail|lack|inspir|motivat|replac|equip|enhanc|consist|contain|compris|enabl|allow|perform|reduc|increas|beat|exceed|is$|are$|was$|were$|has$|have$|can$|cannot$|does$|do$)/
const authors = /^(?:we|paper|work|article|authors?|study|i)$/

export interface GoverningVerb {
  stem: number
  /** Names between the verb and the name. */
  names: number
  distance: number
  /** 1: the paper or its authors; 2: a name; 0: nothing near. */
  subject: number
  presents: boolean
}

interface KnownVerb {
  stem: number
  presents: boolean
}
/** The same words come again and again; the store is emptied when hostile text fills it. */
const known = new Map<number, KnownVerb | null>()
const knownLimit = 50_000

function verbOf(word: Word): KnownVerb | null {
  if (word.isName) return null
  const stored = known.get(word.hash)
  if (stored !== undefined) return stored
  const presents = presenting.exec(word.text)?.[0]
  const stem = presents ?? other.exec(word.text)?.[0]
  const verb = stem === undefined ? null : { stem: hashText(stem), presents: presents !== undefined }
  if (known.size >= knownLimit) known.clear()
  known.set(word.hash, verb)
  return verb
}

/** The nearest known verb before a word. */
export function verbBefore(words: Word[], at: number): GoverningVerb | null {
  let names = 0
  for (let index = at - 1; index >= 0 && index > at - 20; index--) {
    const word = words[index]!
    if (word.isName) names++
    const verb = verbOf(word)
    if (verb) {
      const { stem, presents } = verb
      return { stem, names, distance: at - index, subject: subjectOf(words, index), presents }
    }
  }
  return null
}

/** The nearest known verb among the few words after a word. */
export function verbAfter(words: Word[], at: number): { stem: number; distance: number } | null {
  for (let index = at + 1; index < words.length && index < at + 6; index++) {
    if (verbOf(words[index]!)) return { stem: words[index]!.hash, distance: index - at }
  }
  return null
}

function subjectOf(words: Word[], verb: number): number {
  for (let index = verb - 1; index >= 0 && index >= verb - 5; index--) {
    if (authors.test(words[index]!.text)) return 1
    if (words[index]!.isName) return 2
  }
  return 0
}
