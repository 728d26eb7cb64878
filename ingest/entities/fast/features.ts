import type { Sentence, TextDocument } from '../../documents.ts'
import { hashString, mix } from './hashing.ts'
import {
  evidenceWithout,
  extendPhrase,
  type Lexicon,
  maxPhrase,
  type PhraseCounts,
  type PhraseTable,
} from './lexicon.ts'
import { type WordAttributes, wordAttributes } from './word-attributes.ts'

/** Features of the tokens of one sentence, as hashes. */
export type SentenceFeatures = Int32Array[]

export interface FeatureContext {
  /** The document's own share in the phrase table; only in training. */
  ownCounts?: Map<number, PhraseCounts>
}

const kinds = new Map<string, number>()
function kind(name: string): number {
  const found = kinds.get(name)
  if (found !== undefined) return found
  const made = hashString(name)
  kinds.set(name, made)
  return made
}

const outside = mix(hashString('outside'), 1)
const offsets = [-3, -2, -1, 1, 2, 3]
const wordAt = new Map(offsets.map((offset) => [offset, kind(`word at ${offset}`)]))
const clusterAt = new Map(offsets.map((offset) => [offset, kind(`cluster at ${offset}`)]))
const shapeAt = new Map(offsets.map((offset) => [offset, kind(`shape at ${offset}`)]))
const k = {
  title: kind('title'),
  titleWord: kind('word in title'),
  before: kind('two words before'),
  after: kind('two words after'),
  withPrevious: kind('with previous'),
  withNext: kind('with next'),
  clusterBefore: kind('cluster with previous'),
  clusterAfter: kind('cluster with next'),
  clusters: kind('clusters around'),
  shapes: kind('shapes around'),
  clustersBefore: kind('two clusters before'),
  clustersAfter: kind('two clusters after'),
  whole: kind('whole word'),
  wholeShape: kind('shape of whole word'),
  glue: kind('glue'),
  phrase: kind('phrase'),
  phraseNext: kind('phrase after'),
  phrasePrevious: kind('phrase before'),
  name: kind('name list'),
  count: kind('count in document'),
  capitalElsewhere: kind('capital elsewhere'),
  head: kind('head'),
  headCluster: kind('head cluster'),
  verb: kind('left cue'),
  position: kind('position'),
  bracket: kind('in brackets'),
  sentenceStart: kind('sentence start'),
}

/** Gives the features of a document's sentence by its number; made when asked for, since they take much memory. */
export type DocumentFeatures = (sentence: number) => SentenceFeatures

/** Makes the features of documents; keeps what it learnt of words between calls, which changes no result. */
export function featureMaker(
  lexicon: Lexicon,
): (document: TextDocument, context?: FeatureContext) => DocumentFeatures {
  const attributesOf = wordAttributes(lexicon)
  const attributesIn = ({ tokens }: Sentence) => tokens.map((token) => attributesOf(token.text))
  return (document, context = {}) => {
    const facts = documentFacts(document, attributesIn)
    return (index) => {
      const sentence = document.sentences[index]!
      return sentenceFeatures(document, sentence, attributesIn(sentence), facts, lexicon, context)
    }
  }
}

/** More than any token has features. */
const buffer = new Int32Array(128)

interface DocumentFacts {
  counts: Map<number, number>
  titleWords: Set<number>
  /** Words that stand with a capital after the first token of a sentence of the abstract. */
  capitals: Set<number>
  titleCase: boolean
}

function documentFacts(
  document: TextDocument,
  attributesIn: (sentence: Sentence) => WordAttributes[],
): DocumentFacts {
  const counts = new Map<number, number>()
  const titleWords = new Set<number>()
  const capitals = new Set<number>()
  let titleCapitals = 0
  let titleLetters = 0
  for (const sentence of document.sentences) {
    const inTitle = sentence.start < document.abstractStart
    attributesIn(sentence).forEach((word, position) => {
      counts.set(word.normal, (counts.get(word.normal) ?? 0) + 1)
      if (inTitle && word.letters && !word.stop) {
        titleWords.add(word.normal)
        titleLetters++
        if (word.capital) titleCapitals++
      }
      if (!inTitle && position > 0 && word.capital) capitals.add(word.lower)
    })
  }
  return { counts, titleWords, capitals, titleCase: titleCapitals > 0.6 * titleLetters }
}

function sentenceFeatures(
  document: TextDocument,
  sentence: Sentence,
  words: WordAttributes[],
  facts: DocumentFacts,
  lexicon: Lexicon,
  context: FeatureContext,
): SentenceFeatures {
  const { tokens } = sentence
  const length = tokens.length
  const inTitle = sentence.start < document.abstractStart
  const setting = inTitle ? (facts.titleCase ? 2 : 1) : 0
  const { ownCounts } = context
  const phrases = matchPhrases(words, lexicon.phrases, (row, hash) =>
    ownCounts ? evidenceWithout(lexicon.phrases, row, ownCounts.get(hash)) : lexicon.phrases.evidence[row]!,
  )
  const names = matchPhrases(words, lexicon.names, (row) => lexicon.names.evidence[row]!)
  const heads = headsOf(sentence, words)
  let cue = outside
  let depth = 0
  const lower = (at: number) => words[at]?.lower ?? outside
  const cluster = (at: number) => words[at]?.cluster ?? outside
  const fine = (at: number) => words[at]?.fineCluster ?? outside
  const shape = (at: number) => words[at]?.shape ?? outside
  const result: SentenceFeatures = []
  let wordStart = 0
  let wordEnd = 0
  for (let at = 0; at < length; at++) {
    const word = words[at]!
    const token = tokens[at]!
    buffer.set(word.own)
    let size = word.own.length
    for (const offset of offsets) {
      buffer[size++] = mix(wordAt.get(offset)!, lower(at + offset))
      buffer[size++] = mix(clusterAt.get(offset)!, fine(at + offset))

      if (offset >= -2 && offset <= 2) {
        buffer[size++] = mix(shapeAt.get(offset)!, shape(at + offset))
      }
    }
    buffer[size++] = mix(k.before, mix(lower(at - 2), lower(at - 1)))
    buffer[size++] = mix(k.after, mix(lower(at + 1), lower(at + 2)))
    buffer[size++] = mix(k.withPrevious, mix(lower(at - 1), word.lower))
    buffer[size++] = mix(k.withNext, mix(word.lower, lower(at + 1)))
    buffer[size++] = mix(k.clusterBefore, mix(fine(at - 1), word.fineCluster))
    buffer[size++] = mix(k.clusterAfter, mix(word.fineCluster, fine(at + 1)))
    buffer[size++] = mix(k.clusters, mix(cluster(at - 1), mix(word.cluster, cluster(at + 1))))
    buffer[size++] = mix(k.clustersBefore, mix(cluster(at - 2), cluster(at - 1)))
    buffer[size++] = mix(k.clustersAfter, mix(cluster(at + 1), cluster(at + 2)))
    buffer[size++] = mix(k.shapes, mix(shape(at - 1), mix(word.shape, mix(shape(at + 1), setting))))
    buffer[size++] = mix(k.title, mix(setting, word.shape))

    if (at >= wordEnd) {
      wordStart = at
      wordEnd = at + 1
      while (wordEnd < length && tokens[wordEnd]!.start === tokens[wordEnd - 1]!.end) wordEnd++
    }
    const wholeShape = shapeAcross(words, wordStart, wordEnd)
    buffer[size++] = mix(k.wholeShape, wholeShape)
    buffer[size++] = mix(k.glue, (at > wordStart ? 1 : 0) + (at + 1 < wordEnd ? 2 : 0) + (setting << 2))

    if (wordEnd - wordStart > 1) {
      buffer[size++] = mix(k.whole, lowerAcross(words, wordStart, wordEnd))
    }
    const here = phrases[at]!
    buffer[size++] = mix(k.phrase, here)
    buffer[size++] = mix(k.phraseNext, phrases[at + 1] ?? -1)
    buffer[size++] = mix(k.phrasePrevious, phrases[at - 1] ?? -1)
    buffer[size++] = mix(k.name, names[at]!)
    buffer[size++] = mix(k.count, mix(Math.min(5, facts.counts.get(word.normal) ?? 0), word.shape))
    buffer[size++] = mix(k.titleWord, facts.titleWords.has(word.normal) ? 1 + setting : 0)
    buffer[size++] = mix(k.capitalElsewhere, (facts.capitals.has(word.lower) ? 1 : 0) + (setting << 1))
    buffer[size++] = mix(k.head, heads[at]!.lower)
    buffer[size++] = mix(k.headCluster, mix(heads[at]!.fineCluster, word.fineCluster))
    buffer[size++] = mix(k.verb, cue)
    buffer[size++] = mix(k.bracket, Math.min(2, depth))
    buffer[size++] = mix(k.sentenceStart, mix(at === 0 ? 1 : 0, word.shape))

    result.push(buffer.slice(0, size))
    if (token.text === '(' || token.text === '[') depth++
    if ((token.text === ')' || token.text === ']') && depth > 0) depth--
    if (word.letters && !word.capital && !word.stop && token.text.length > 2) cue = word.lower
  }
  return result
}

function shapeAcross(words: WordAttributes[], start: number, end: number): number {
  let hash = 0
  for (let at = start; at < Math.min(end, start + 7); at++) hash = mix(hash, words[at]!.shape)
  return hash
}

function lowerAcross(words: WordAttributes[], start: number, end: number): number {
  let hash = 0
  for (let at = start; at < Math.min(end, start + 7); at++) hash = mix(hash, words[at]!.lower)
  return hash
}

/** For each token the last word of the noun group it may stand in: up to a stop word, punctuation or bracket. */
function headsOf(sentence: Sentence, words: WordAttributes[]): WordAttributes[] {
  const heads: WordAttributes[] = words.slice()
  for (let at = words.length - 2; at >= 0; at--) {
    const next = words[at + 1]!
    const joined = sentence.tokens[at]!.text === '-' || sentence.tokens[at + 1]!.text === '-'
    if ((next.letters && !next.stop && !words[at]!.stop && words[at]!.letters) || joined)
      heads[at] = heads[at + 1]!
  }
  return heads
}

/** For each token the evidence of the longest known phrase over it, with its place in the phrase; 0 without one. */
function matchPhrases(
  words: WordAttributes[],
  { rows }: PhraseTable,
  evidenceOf: (row: number, hash: number) => number,
): Int32Array {
  const result = new Int32Array(words.length)
  for (let start = 0; start < words.length; ) {
    let hash = 0
    let end = start
    let evidence = 0
    const limit = Math.min(words.length, start + maxPhrase)
    for (let at = start; at < limit; at++) {
      hash = extendPhrase(hash, words[at]!.normal)
      const row = rows.row(hash)
      if (row < 0) break
      const value = evidenceOf(row, hash)
      if (value > 0) {
        end = at + 1
        evidence = value
      }
    }
    markPlaces(result, start, end, evidence)
    start = Math.max(start + 1, end)
  }
  return result
}

function markPlaces(result: Int32Array, start: number, end: number, value: number): void {
  for (let at = start; at < end; at++) {
    const place = end - start === 1 ? 0 : at === start ? 1 : at === end - 1 ? 2 : 3
    result[at] = value * 4 + place
  }
}
