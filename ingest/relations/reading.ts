/** What the rules and models of this stage look at: each sentence with the names in it masked. */
import type { ConceptType, Span } from '../../shared/schema.ts'
import type { EntityDocument, RecognisedEntity } from '../documents.ts'
import { hashText } from '../weights/feature-hash.ts'
import { type SentenceKind, sentenceKinds } from './sentence-kinds.ts'

/** A place in a sentence that stands for an entity; `entity` is its index in the document. */
export interface Place extends Span {
  entity: number
  implicit: boolean
}

export interface Word extends Span {
  text: string
  /** Of the text; of its type where the word is a mention. */
  hash: number
  /** Whether the word is a mention. */
  isName: boolean
}

export interface ReadSentence extends Span {
  index: number
  kind: SentenceKind
  /**
   * The sentence in lower case with every mention overwritten by its type's mask character, so that offsets into it
   * plus `start` are offsets into the text.
   */
  masked: string
  /** Explicit mentions, sorted by start. */
  places: Place[]
  /** Words, numbers and single other characters of `masked`, offsets into the text; a mention is one word. */
  words: Word[]
}

export interface Reading {
  text: string
  abstractStart: number
  entities: RecognisedEntity[]
  sentences: ReadSentence[]
}

/** One character for each type, repeated over a mention. They are private use: text that has them gets spaces. */
const maskOf: Readonly<Record<ConceptType, string>> = {
  Method: '\uE000',
  Dataset: '\uE001',
  Task: '\uE002',
  Metric: '\uE003',
}
const maskCharacters = /[\uE000-\uE003]/g
const wordPattern =
  /\uE000+|\uE001+|\uE002+|\uE003+|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|\d+(?:[.,]\d+)*|[^\s]/gu
/** The same for text of ASCII and masks, where it is several times as fast. */
const plainWordPattern = /\uE000+|\uE001+|\uE002+|\uE003+|[A-Za-z]+(?:['-][A-Za-z]+)*|\d+(?:[.,]\d+)*|[^\s]/g
const plainText = /^[\0-\x7f\uE000-\uE003]*$/

/** Masks the document's mentions; a mention that leaves its sentence is not seen. */
export function read(document: EntityDocument): Reading {
  const entityOf = new Map<number, number>()
  document.entities.forEach((entity, index) => {
    for (const mention of entity.mentions) entityOf.set(mention.start, index)
  })
  const mentions = document.mentions.filter((mention) => entityOf.has(mention.start))
  let next = 0
  const sentences = document.sentences.map((sentence, index): ReadSentence => {
    const places: Place[] = []
    let masked = ''
    let position = sentence.start
    while (next < mentions.length && mentions[next]!.start < sentence.start) next++
    for (; next < mentions.length && mentions[next]!.start < sentence.end; next++) {
      const { start, end, type } = mentions[next]!
      if (end > sentence.end || start < position) continue
      masked += plain(document.text.slice(position, start)) + maskOf[type].repeat(end - start)
      places.push({ entity: entityOf.get(start)!, start, end, implicit: false })
      position = end
    }
    masked += plain(document.text.slice(position, sentence.end))
    const { start, end } = sentence
    return { index, start, end, kind: 'other', masked, places, words: wordsOf(masked, start) }
  })
  sentenceKinds(sentences, document.abstractStart).forEach((kind, index) => {
    sentences[index]!.kind = kind
  })
  return {
    text: document.text,
    abstractStart: document.abstractStart,
    entities: document.entities,
    sentences,
  }
}

function plain(text: string): string {
  const unmasked = text.replace(maskCharacters, ' ')
  const lower = unmasked.toLowerCase()
  return lower.length === text.length ? lower : [...unmasked].map(lowerOfSameLength).join('')
}

function lowerOfSameLength(character: string): string {
  const lower = character.toLowerCase()
  return lower.length === character.length ? lower : character
}

function wordsOf(masked: string, offset: number): Word[] {
  const words: Word[] = []
  for (const { 0: text, index } of masked.matchAll(plainText.test(masked) ? plainWordPattern : wordPattern)) {
    const isName = text >= '\uE000' && text <= '\uE003\uFFFF'
    const hash = hashText(isName ? text[0]! : text)
    words.push({ text, hash, isName, start: offset + index, end: offset + index + text.length })
  }
  return words
}

/** Index of the first word that starts at or after an offset. */
export function indexAt(words: readonly Word[], offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
