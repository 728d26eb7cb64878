import type { TextDocument } from '../../documents.ts'
import type { ChainModel } from './decode.ts'
import {
  clustersHash,
  glueValue,
  headClusterHash,
  maxValue,
  noPhrase,
  offsets,
  shapesHash,
  topCount,
  type ValueKind,
  valueHash,
  valueKinds,
  wholeHash,
  wholeShapeHash,
} from './feature-hashes.ts'
import { labelCount } from './labels.ts'
import type { Lexicon } from './lexicon.ts'
import { addFeature, blockSize, outside, slots, WordScores } from './score-words.ts'
import {
  type DocumentFacts,
  depthAfter,
  documentFacts,
  headsOf,
  isCue,
  matchPhrases,
  settingOf,
} from './sentence-facts.ts'

/** The scores of a sentence's labels, at [position * labelCount + label]; they hold until the next call. */
export type DocumentScores = (sentence: number) => Float64Array

/**
 * Scores the labels of tokens: the sums of the weights of the features in `features.ts`, from sums over words and
 * neighbours that are kept between documents, which changes no result.
 */
export function tokenScorer(chain: ChainModel, lexicon: Lexicon): (document: TextDocument) => DocumentScores {
  const words = new WordScores(chain, lexicon)
  const values = valueSums(chain)
  const buffers = { emissions: new Float64Array(0), total: new Int32Array(labelCount) }
  return (document) => {
    words.startDocument()
    const numbers = document.sentences.map(({ tokens }) => {
      const own = new Int32Array(tokens.length)
      for (let at = 0; at < own.length; at++) own[at] = words.numberOf(tokens[at]!.text)
      return own
    })
    const attributes = numbers.map((own) => Array.from(own, (number) => words.attributes[number]!))
    const facts = documentFacts(document, attributes)
    return (index) => scoreSentence(document, index, numbers[index]!, facts)
  }

  function scoreSentence(document: TextDocument, index: number, numbers: Int32Array, facts: DocumentFacts) {
    const sentence = document.sentences[index]!
    const { tokens } = sentence
    const length = tokens.length
    const { features, weights, scale } = chain
    const { attributes, sums, pairSums } = words
    const own = Array.from(numbers, (number) => attributes[number]!)
    const setting = settingOf(document, sentence, facts)
    const { evidence } = lexicon.phrases
    const phrases = matchPhrases(
      own,
      lexicon.phrases,
      ({ phraseRow }) => phraseRow,
      (row) => evidence[row]!,
    )
    const names = matchPhrases(
      own,
      lexicon.names,
      ({ nameRow }) => nameRow,
      (row) => lexicon.names.evidence[row]!,
    )
    const heads = headsOf(sentence, own)
    const near = (at: number) => (at >= 0 && at < length ? numbers[at]! : outside)
    if (buffers.emissions.length < length * labelCount) {
      buffers.emissions = new Float64Array(2 * length * labelCount)
    }
    const { emissions, total } = buffers
    let cue = outside
    let depth = 0
    let wordStart = 0
    let wordEnd = 0
    for (let at = 0; at < length; at++) {
      const number = numbers[at]!
      const word = own[at]!
      if (at >= wordEnd) {
        wordStart = at
        wordEnd = at + 1
        while (wordEnd < length && tokens[wordEnd]!.start === tokens[wordEnd - 1]!.end) wordEnd++
      }
      const start = number * blockSize
      const before = near(at - 1)
      const after = near(at + 1)
      total.fill(0)
      add(total, sums, start + (slots.own + 2 * setting + (at === 0 ? 1 : 0)) * labelCount)
      for (let nth = 0; nth < offsets.length; nth++) {
        add(total, sums, near(at + offsets[nth]!) * blockSize + (slots.around + nth) * labelCount)
      }
      // The places of a pair in the order of `pairPlaces`.
      add(total, pairSums, words.pair(near(at - 2), before))
      add(total, pairSums, words.pair(after, near(at + 2)) + labelCount)
      add(total, pairSums, words.pair(before, number) + 2 * labelCount)
      add(total, pairSums, words.pair(number, after) + 3 * labelCount)
      addFeature(total, 0, clustersHash(attributes[before]!, word, attributes[after]!), features, weights)
      const shapes = shapesHash(attributes[before]!, word, attributes[after]!, setting)
      addFeature(total, 0, shapes, features, weights)
      if (wordEnd - wordStart > 1) {
        addFeature(total, 0, wholeShapeHash(own, wordStart, wordEnd), features, weights)
        addFeature(total, 0, wholeHash(own, wordStart, wordEnd), features, weights)
        values.add(total, 'glue', glueValue(at > wordStart, at + 1 < wordEnd, setting))
      } else add(total, sums, start + (slots.alone + setting) * labelCount)
      values.add(total, 'phrase', phrases[at]!)
      values.add(total, 'phrase after', phrases[at + 1] ?? noPhrase)
      values.add(total, 'phrase before', phrases[at - 1] ?? noPhrase)
      values.add(total, 'name list', names[at]!)
      const count = Math.min(topCount, facts.counts.get(word.normal)!)
      add(total, sums, start + (slots.count + count - 1) * labelCount)
      values.add(total, 'word in title', facts.titleWords.has(word.normal) ? 1 + setting : 0)
      values.add(total, 'capital elsewhere', (facts.capitals.has(word.lower) ? 1 : 0) + (setting << 1))
      const head = heads[at]!
      if (head === at) add(total, sums, start + slots.ownHead * labelCount)
      else {
        add(total, sums, numbers[head]! * blockSize + slots.head * labelCount)
        addFeature(total, 0, headClusterHash(own[head]!, word), features, weights)
      }
      add(total, sums, cue * blockSize + slots.cue * labelCount)
      values.add(total, 'in brackets', Math.min(2, depth))
      for (let label = 0; label < labelCount; label++) {
        emissions[at * labelCount + label] = total[label]! * scale
      }
      const { text } = tokens[at]!
      depth = depthAfter(text, depth)
      if (isCue(word, text.length)) cue = number
    }
    return emissions
  }
}

function add(total: Int32Array, sums: Int16Array, from: number): void {
  for (let label = 0; label < labelCount; label++) total[label]! += sums[from + label]!
}

interface ValueSums {
  add(total: Int32Array, kind: ValueKind, value: number): void
}

/** The weights of the features of small numbers, looked up when first asked for. */
function valueSums({ features, weights }: ChainModel): ValueSums {
  const kinds = Object.fromEntries(valueKinds.map((kind, index) => [kind, index])) as Record<
    ValueKind,
    number
  >
  const size = maxValue - noPhrase
  const known = new Uint8Array(valueKinds.length * size)
  const sums = new Int16Array(known.length * labelCount)
  return {
    add(total, kind, value) {
      const at = kinds[kind] * size + value - noPhrase
      if (known[at] === 0) {
        known[at] = 1
        addFeature(sums, at * labelCount, valueHash(kind, value), features, weights)
      }
      add(total, sums, at * labelCount)
    },
  }
}
