import type { Sentence, TextDocument } from '../../documents.ts'
import type { ChainModel } from './decode.ts'
import {
  capitalValue,
  clustersHash,
  glueValue,
  headClusterHash,
  maxValue,
  noPhrase,
  offsets,
  outsideWord,
  shapesHash,
  topCount,
  type ValueKind,
  valueHash,
  valueKinds,
  wholeHash,
  wholeShapeHash,
} from './feature-hashes.ts'
import { FeatureQueue } from './feature-queue.ts'
import { labelCount } from './labels.ts'
import type { Lexicon } from './lexicon.ts'
import { addPacked, exchangePacked, packedSize, unpackScores } from './packed-scores.ts'
import { blockSize, outside, slots, usualValue, WordScores } from './score-words.ts'
import {
  type DocumentFacts,
  depthAfter,
  documentFacts,
  headsOf,
  isCue,
  matchPhrases,
  settingOf,
} from './sentence-facts.ts'
import type { WordAttributes } from './word-attributes.ts'

/** The scores of a sentence's labels, at [position * labelCount + label]; they hold until the next call. */
export type DocumentScores = (sentence: number) => Float64Array

/**
 * Scores the labels of tokens: the sums of the weights of the features in `features.ts`, from sums over words and
 * neighbours that are kept between documents, which changes no result.
 */
export function tokenScorer(chain: ChainModel, lexicon: Lexicon): (document: TextDocument) => DocumentScores {
  const words = new WordScores(chain, lexicon)
  const values = valueSums(chain)
  const queue = new FeatureQueue(chain.weights)
  let total = new Float64Array(0)
  let scores = new Float64Array(0)
  return (document) => {
    words.startDocument()
    const numbers = document.sentences.map(({ tokens }) => {
      const own = new Int32Array(tokens.length)
      for (let at = 0; at < own.length; at++) own[at] = words.numberOf(tokens[at]!.text)
      return own
    })
    const attributes = numbers.map((own) => {
      const found = new Array<WordAttributes>(own.length)
      for (let at = 0; at < own.length; at++) found[at] = words.attributes[own[at]!]!
      return found
    })
    const facts = documentFacts(document, attributes)
    return (index) => {
      const sentence = document.sentences[index]!
      const length = sentence.tokens.length
      if (total.length < length * packedSize) {
        total = new Float64Array(2 * length * packedSize)
        scores = new Float64Array(2 * length * labelCount)
      }
      total.fill(0, 0, length * packedSize)
      const setting = settingOf(document, sentence, facts)
      addWords(total, numbers[index]!, setting, words)
      addPairs(total, numbers[index]!, words)
      addPhrases(total, attributes[index]!, setting, lexicon, values)
      addTriples(attributes[index]!, setting, queue)
      addRuns(total, sentence, numbers[index]!, attributes[index]!, setting, words, values, queue)
      addContext(total, sentence, numbers[index]!, attributes[index]!, setting, words, values, queue)
      addFacts(total, numbers[index]!, attributes[index]!, setting, facts, words, values)
      queue.addTo(total)
      unpackScores(total, length, chain.scale, scores)
      return scores
    }
  }
}

/** The token's own features, and those of the words three before and after it; {@link addPairs} adds the nearer ones. */
function addWords(total: Float64Array, numbers: Int32Array, setting: number, { sums }: WordScores): void {
  const length = numbers.length
  for (let at = 0; at < length; at++) {
    const place = at * packedSize
    const slot = slots.own + 2 * setting + (at === 0 ? 1 : 0)
    addPacked(total, place, sums, numbers[at]! * blockSize + slot * packedSize)
    const before = at < 3 ? outside : numbers[at - 3]!
    const after = at + 3 < length ? numbers[at + 3]! : outside
    addPacked(total, place, sums, before * blockSize + slots.around * packedSize)
    addPacked(total, place, sums, after * blockSize + (slots.around + offsets.length - 1) * packedSize)
  }
}

/** Each pair of neighbours tells of four tokens: the two, the one before and the one after them. */
function addPairs(total: Float64Array, numbers: Int32Array, words: WordScores): void {
  const length = numbers.length
  const { pairSums } = words
  for (let right = -1; right <= length + 1; right++) {
    const start = words.pair(
      right < 1 || right > length ? outside : numbers[right - 1]!,
      right < 0 || right >= length ? outside : numbers[right]!,
    )
    for (let nth = 0; nth < pairTargets.length; nth++) {
      const at = right + pairTargets[nth]!
      if (at >= 0 && at < length) addPacked(total, at * packedSize, pairSums, start + nth * packedSize)
    }
  }
}
/** By the order of `pairPlaces`, from the right one of a pair: the token that it stands before, after, or is in. */
const pairTargets = [1, -2, 0, -1] as const

function addPhrases(
  total: Float64Array,
  words: WordAttributes[],
  setting: number,
  lexicon: Lexicon,
  values: ValueSums,
): void {
  const evidence = lexicon.phrases.evidence
  const phrases = matchPhrases(
    words,
    lexicon.phrases,
    ({ phraseRow }) => phraseRow,
    (row) => evidence[row]!,
  )
  const lists = lexicon.names.evidence
  const names = matchPhrases(
    words,
    lexicon.names,
    ({ nameRow }) => nameRow,
    (row) => lists[row]!,
  )
  const last = words.length - 1
  for (let at = 0; at <= last; at++) {
    const place = at * packedSize
    if (names[at] !== 0) values.unusual(total, place, 'name list', names[at]!, setting)
    const phrase = phrases[at]!
    if (phrase === 0) continue
    values.unusual(total, place, 'phrase', phrase, setting)
    if (at > 0) values.unusual(total, place - packedSize, 'phrase after', phrase, setting)
    if (at < last) values.unusual(total, place + packedSize, 'phrase before', phrase, setting)
  }
  values.unusual(total, 0, 'phrase before', noPhrase, setting)
  values.unusual(total, last * packedSize, 'phrase after', noPhrase, setting)
}

/** What three neighbours say together. */
function addTriples(words: WordAttributes[], setting: number, queue: FeatureQueue): void {
  const last = words.length - 1
  for (let at = 0; at <= last; at++) {
    const place = at * packedSize
    const left = at === 0 ? outsideWord : words[at - 1]!
    const right = at === last ? outsideWord : words[at + 1]!
    queue.push(clustersHash(left, words[at]!, right), place)
    queue.push(shapesHash(left, words[at]!, right, setting), place)
  }
}

/** What a run of tokens without spaces says. */
function addRuns(
  total: Float64Array,
  { tokens }: Sentence,
  numbers: Int32Array,
  words: WordAttributes[],
  setting: number,
  { sums }: WordScores,
  values: ValueSums,
  queue: FeatureQueue,
): void {
  const length = numbers.length
  for (let start = 0, end = 1; start < length; start = end++) {
    while (end < length && tokens[end]!.start === tokens[end - 1]!.end) end++
    if (end - start === 1) {
      const alone = numbers[start]! * blockSize + (slots.alone + setting) * packedSize
      addPacked(total, start * packedSize, sums, alone)
      continue
    }
    const [shape, whole] = [wholeShapeHash(words, start, end), wholeHash(words, start, end)]
    for (let at = start; at < end; at++) {
      const place = at * packedSize
      queue.push(shape, place)
      queue.push(whole, place)
      values.add(total, place, 'glue', glueValue(at > start, at + 1 < end, setting))
    }
  }
}

/** The head of the noun group, the cue before the token, open brackets. */
function addContext(
  total: Float64Array,
  sentence: Sentence,
  numbers: Int32Array,
  words: WordAttributes[],
  setting: number,
  { sums }: WordScores,
  values: ValueSums,
  queue: FeatureQueue,
): void {
  const heads = headsOf(sentence, words)
  let cue = outside
  let depth = 0
  for (let at = 0; at < numbers.length; at++) {
    const place = at * packedSize
    const head = heads[at]!
    if (head === at) addPacked(total, place, sums, numbers[at]! * blockSize + slots.ownHead * packedSize)
    else {
      addPacked(total, place, sums, numbers[head]! * blockSize + slots.head * packedSize)
      queue.push(headClusterHash(words[head]!, words[at]!), place)
    }
    addPacked(total, place, sums, cue * blockSize + slots.cue * packedSize)
    if (depth > 0) values.unusual(total, place, 'in brackets', Math.min(2, depth), setting)
    const { text } = sentence.tokens[at]!
    depth = depthAfter(text, depth)
    if (isCue(words[at]!, text.length)) cue = numbers[at]!
  }
}

/** What the document does with the word. */
function addFacts(
  total: Float64Array,
  numbers: Int32Array,
  words: WordAttributes[],
  setting: number,
  facts: DocumentFacts,
  { sums }: WordScores,
  values: ValueSums,
): void {
  for (let at = 0; at < numbers.length; at++) {
    const place = at * packedSize
    const { normal, lower } = words[at]!
    const count = Math.min(topCount, facts.counts.get(normal)!)
    if (count > 1) {
      const once = numbers[at]! * blockSize + slots.count * packedSize
      exchangePacked(total, place, sums, once + (count - 1) * packedSize, once)
    }
    if (facts.titleWords.has(normal)) values.unusual(total, place, 'word in title', 1 + setting, setting)
    if (facts.capitals.has(lower)) {
      values.unusual(total, place, 'capital elsewhere', capitalValue(true, setting), setting)
    }
  }
}

interface ValueSums {
  add(total: Float64Array, place: number, kind: ValueKind, value: number): void
  /** The same in place of the usual value. */
  unusual(total: Float64Array, place: number, kind: ValueKind, value: number, setting: number): void
}

/** The weights of the features of small numbers, looked up when first asked for. */
function valueSums({ weights }: ChainModel): ValueSums {
  const kinds = Object.fromEntries(valueKinds.map((kind, index) => [kind, index])) as Record<
    ValueKind,
    number
  >
  const size = maxValue - noPhrase
  const known = new Uint8Array(valueKinds.length * size)
  const sums = new Float64Array(known.length * packedSize)
  const startOf = (kind: ValueKind, value: number) => {
    const at = kinds[kind] * size + value - noPhrase
    if (known[at] === 0) {
      known[at] = 1
      weights.addTo(sums, at * packedSize, valueHash(kind, value))
    }
    return at * packedSize
  }
  return {
    add(total, place, kind, value) {
      addPacked(total, place, sums, startOf(kind, value))
    },
    unusual(total, place, kind, value, setting) {
      const usual = startOf(kind, usualValue(kind, setting))
      exchangePacked(total, place, sums, startOf(kind, value), usual)
    },
  }
}
