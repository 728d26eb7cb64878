/** The features that the chain is trained on, token by token; `score-tokens.ts` sums the weights of the same ones. */
import type { Sentence, TextDocument } from '../../documents.ts'
import {
  aroundHashes,
  capitalValue,
  clusterPairHash,
  clustersHash,
  countHash,
  cueHash,
  glueValue,
  headClusterHash,
  headHash,
  noPhrase,
  offsets,
  outsideWord,
  shapesHash,
  startHash,
  titleHash,
  valueHash,
  wholeHash,
  wholeShapeHash,
  wordPairHash,
} from './feature-hashes.ts'
import { evidenceWithout, type Lexicon, type PhraseCounts } from './lexicon.ts'
import {
  type DocumentFacts,
  depthAfter,
  documentFacts,
  headsOf,
  isCue,
  matchPhrases,
  settingOf,
} from './sentence-facts.ts'
import { type WordAttributes, wordAttributes } from './word-attributes.ts'

/** Features of the tokens of one sentence, as hashes. */
export type SentenceFeatures = Int32Array[]

/** Gives the features of a document's sentence by its number; made when asked for, since they take much memory. */
export type DocumentFeatures = (sentence: number) => SentenceFeatures

/** Makes the features of documents; keeps what it learnt of words between calls, which changes no result. */
export function featureMaker(
  lexicon: Lexicon,
): (document: TextDocument, ownCounts?: Map<number, PhraseCounts>) => DocumentFeatures {
  const attributesOf = wordAttributes(lexicon)
  return (document, ownCounts = new Map()) => {
    const words = document.sentences.map(({ tokens }) => tokens.map(({ text }) => attributesOf(text)))
    const facts = documentFacts(document, words)
    return (index) => {
      const sentence = document.sentences[index]!
      const setting = settingOf(document, sentence, facts)
      return sentenceFeatures(sentence, words[index]!, setting, facts, lexicon, ownCounts)
    }
  }
}

/** @param ownCounts the document's own share in the phrase table, which features leave out */
function sentenceFeatures(
  sentence: Sentence,
  words: WordAttributes[],
  setting: number,
  facts: DocumentFacts,
  lexicon: Lexicon,
  ownCounts: Map<number, PhraseCounts>,
): SentenceFeatures {
  const { tokens } = sentence
  const phrases = matchPhrases(
    words,
    lexicon.phrases,
    ({ phraseRow }) => phraseRow,
    (row, hash) => evidenceWithout(lexicon.phrases, row, ownCounts.get(hash)),
  )
  const names = matchPhrases(
    words,
    lexicon.names,
    ({ nameRow }) => nameRow,
    (row) => lexicon.names.evidence[row]!,
  )
  const heads = headsOf(sentence, words)
  const near = (at: number) => words[at] ?? outsideWord
  let cue = outsideWord
  let depth = 0
  let wordStart = 0
  let wordEnd = 0
  return words.map((word, at) => {
    if (at >= wordEnd) {
      wordStart = at
      wordEnd = at + 1
      while (wordEnd < tokens.length && tokens[wordEnd]!.start === tokens[wordEnd - 1]!.end) wordEnd++
    }
    const [before2, before, after, after2] = [near(at - 2), near(at - 1), near(at + 1), near(at + 2)]
    const head = words[heads[at]!]!
    const features = [
      ...word.own,
      ...offsets.flatMap((offset) => aroundHashes(offset, near(at + offset))),
      wordPairHash('before', before2, before),
      wordPairHash('after', after, after2),
      wordPairHash('with previous', before, word),
      wordPairHash('with next', word, after),
      clusterPairHash('with previous', before, word),
      clusterPairHash('with next', word, after),
      clustersHash(before, word, after),
      clusterPairHash('before', before2, before),
      clusterPairHash('after', after, after2),
      shapesHash(before, word, after, setting),
      titleHash(setting, word),
      wholeShapeHash(words, wordStart, wordEnd),
      valueHash('glue', glueValue(at > wordStart, at + 1 < wordEnd, setting)),
      ...(wordEnd - wordStart > 1 ? [wholeHash(words, wordStart, wordEnd)] : []),
      valueHash('phrase', phrases[at]!),
      valueHash('phrase after', phrases[at + 1] ?? noPhrase),
      valueHash('phrase before', phrases[at - 1] ?? noPhrase),
      valueHash('name list', names[at]!),
      countHash(facts.counts.get(word.normal) ?? 0, word),
      valueHash('word in title', facts.titleWords.has(word.normal) ? 1 + setting : 0),
      valueHash('capital elsewhere', capitalValue(facts.capitals.has(word.lower), setting)),
      headHash(head),
      headClusterHash(head, word),
      cueHash(cue),
      valueHash('in brackets', Math.min(2, depth)),
      startHash(at === 0, word),
    ]
    const { text } = tokens[at]!
    depth = depthAfter(text, depth)
    if (isCue(word, text.length)) cue = word
    return Int32Array.from(features)
  })
}
