import type { ChainModel } from './decode.ts'
import {
  aroundHashes,
  capitalValue,
  clusterPairHash,
  countHash,
  cueHash,
  glueValue,
  headClusterHash,
  headHash,
  offsets,
  outsideWord,
  pairPlaces,
  settings,
  startHash,
  titleHash,
  topCount,
  type ValueKind,
  valueHash,
  valueKinds,
  wholeShapeHash,
  wordPairHash,
} from './feature-hashes.ts'
import { FeatureQueue } from './feature-queue.ts'
import type { Lexicon } from './lexicon.ts'
import { addPacked, packedSize } from './packed-scores.ts'
import { type WordAttributes, wordAttributes } from './word-attributes.ts'

/**
 * Where a word's sums stand in its block, in steps of `packedSize`: the word itself, where it stands once in the
 * document and has each {@link usualValue}, by setting and by whether it starts the sentence; the word at each offset
 * from the token; its count in the document; it as the head of another token and of itself, and as cue; what holds by
 * setting of a token between two spaces.
 */
const around = 2 * settings
const count = around + offsets.length
const head = count + topCount
export const slots = { own: 0, around, count, head, ownHead: head + 1, cue: head + 2, alone: head + 3 }
export const blockSize = (slots.alone + settings) * packedSize

/** The value that most tokens of a setting have: it is added with the word itself. */
export function usualValue(kind: ValueKind, setting: number): number {
  return kind === 'capital elsewhere' ? capitalValue(false, setting) : 0
}
/** Glue is told apart in other ways, see `slots.alone`. */
const usualKinds = valueKinds.filter((kind) => kind !== 'glue')

/** Words are forgotten between documents once there are more. */
const maxWords = 30_000
const firstWords = 1024
/** A power of two, and its logarithm: pairs of neighbours that are remembered; a later one takes an earlier's place. */
const pairBits = 15
const pairSize = pairPlaces.length * packedSize
/** The slots of the two words, one after the other, for a pair that stands before the token and for one after it. */
const pairSlots = [around + offsets.indexOf(-2), around + offsets.indexOf(1)]

/** The number of the word that stands before and after every sentence. */
export const outside = 0

/**
 * Sums of weights over all features that depend on one word or on two neighbours alone, kept from document to
 * document, so that a token costs a few additions instead of some fifty look-ups. Weights are whole numbers: no sum
 * depends on its order.
 */
export class WordScores {
  /** By number. */
  readonly attributes: WordAttributes[] = []
  /** The block of word `number` starts at `number * blockSize`. */
  sums = new Float64Array(firstWords * blockSize)
  readonly pairSums = new Float64Array((1 << pairBits) * pairSize)
  private numbers = new Map<string, number>()
  /** The left and the right word of each pair, side by side. */
  private readonly pairs = new Int32Array(2 << pairBits).fill(-1)
  private readonly attributesOf: (text: string) => WordAttributes
  private readonly queue: FeatureQueue
  /** Of the usual values of each setting. */
  private readonly usualSums = new Float64Array(settings * packedSize)

  constructor({ weights }: ChainModel, lexicon: Lexicon) {
    this.queue = new FeatureQueue(weights)
    this.attributesOf = wordAttributes(lexicon)
    for (let setting = 0; setting < settings; setting++) {
      for (const kind of usualKinds) {
        this.queue.push(valueHash(kind, usualValue(kind, setting)), setting * packedSize)
      }
    }
    this.queue.addTo(this.usualSums)
    this.addWord(outsideWord)
  }

  /** The number of a token's word; it holds until {@link startDocument}. */
  numberOf(text: string): number {
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    const number = this.addWord(this.attributesOf(text))
    this.numbers.set(text, number)
    return number
  }

  /**
   * Where the sums of two neighbours start in {@link pairSums}, one for each of `pairPlaces`. Before and after the token
   * they hold what the two words say one by one, too.
   */
  pair(left: number, right: number): number {
    const slot = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> (32 - pairBits)
    const start = slot * pairSize
    if (this.pairs[2 * slot] === left && this.pairs[2 * slot + 1] === right) return start
    this.pairs[2 * slot] = left
    this.pairs[2 * slot + 1] = right
    this.pairSums.fill(0, start, start + pairSize)
    const [first, second] = [this.attributes[left]!, this.attributes[right]!]
    for (let index = 0; index < pairPlaces.length; index++) {
      const place = pairPlaces[index]!
      const at = start + index * packedSize
      this.queue.push(wordPairHash(place, first, second), at)
      this.queue.push(clusterPairHash(place, first, second), at)
    }
    this.queue.addTo(this.pairSums)
    for (let index = 0; index < pairSlots.length; index++) {
      const at = start + index * packedSize
      const slot = pairSlots[index]!
      addPacked(this.pairSums, at, this.sums, left * blockSize + slot * packedSize)
      addPacked(this.pairSums, at, this.sums, right * blockSize + (slot + 1) * packedSize)
    }
    return start
  }

  /** Keeps the memory bounded. */
  startDocument(): void {
    if (this.attributes.length <= maxWords) return
    this.numbers = new Map()
    this.sums = new Float64Array(firstWords * blockSize)
    this.attributes.length = 0
    this.pairs.fill(-1)
    this.addWord(outsideWord)
  }

  private addWord(word: WordAttributes): number {
    const number = this.attributes.push(word) - 1
    const start = number * blockSize
    if (start + blockSize > this.sums.length) {
      const larger = new Float64Array(this.sums.length * 2)
      larger.set(this.sums)
      this.sums = larger
    }
    const add = (slot: number, hash: number) => this.queue.push(hash, start + slot * packedSize)
    for (const hash of word.own) add(slots.own, hash)
    add(slots.own, countHash(1, word))
    this.queue.addTo(this.sums)
    for (let slot = 1; slot < 2 * settings; slot++) {
      this.sums.copyWithin(start + slot * packedSize, start, start + packedSize)
    }
    for (let setting = 0; setting < settings; setting++) {
      for (const first of [0, 1]) {
        add(slots.own + 2 * setting + first, titleHash(setting, word))
        add(slots.own + 2 * setting + first, startHash(first === 1, word))
        addPacked(
          this.sums,
          start + (slots.own + 2 * setting + first) * packedSize,
          this.usualSums,
          setting * packedSize,
        )
      }
      add(slots.alone + setting, wholeShapeHash([word], 0, 1))
      add(slots.alone + setting, valueHash('glue', glueValue(false, false, setting)))
    }
    offsets.forEach((offset, index) => {
      for (const hash of aroundHashes(offset, word)) add(slots.around + index, hash)
    })
    for (let number = 1; number <= topCount; number++) add(slots.count + number - 1, countHash(number, word))
    for (const slot of [slots.head, slots.ownHead]) add(slot, headHash(word))
    add(slots.ownHead, headClusterHash(word, word))
    add(slots.cue, cueHash(word))
    this.queue.addTo(this.sums)
    return number
  }
}
