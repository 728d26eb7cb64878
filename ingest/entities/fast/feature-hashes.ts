/** The features of tokens as hashes, one function each: what a feature is stands here and nowhere else. */
import { hashString, mix } from './hashing.ts'
import type { WordAttributes } from './word-attributes.ts'

/** Where the words around a token stand that are looked at one by one. */
export const offsets = [-3, -2, -1, 1, 2, 3] as const

/** Of a sentence: in the abstract, in a title, in a title that writes its words with capitals. */
export const settings = 3

/** Neighbours that are looked at together, from the token. */
export const pairPlaces = ['before', 'after', 'with previous', 'with next'] as const
export type PairPlace = (typeof pairPlaces)[number]

/** Features of a small number; their values are below {@link maxValue}. */
export const valueKinds = [
  'phrase',
  'phrase after',
  'phrase before',
  'name list',
  'word in title',
  'capital elsewhere',
  'in brackets',
  'glue',
] as const
export type ValueKind = (typeof valueKinds)[number]
export const maxValue = 1024
/** The value of a phrase before or after that is not in the sentence. */
export const noPhrase = -1

const outsideHash = mix(hashString('outside'), 1)

/** Stands before and after every sentence, and for a cue where there is none. */
export const outsideWord: WordAttributes = {
  lower: outsideHash,
  normal: outsideHash,
  shape: outsideHash,
  own: new Int32Array(0),
  cluster: outsideHash,
  fineCluster: outsideHash,
  letters: false,
  capital: false,
  stop: false,
  phraseRow: -1,
  nameRow: -1,
}

const wordAt = new Map(offsets.map((offset) => [offset, hashString(`word at ${offset}`)]))
const clusterAt = new Map(offsets.map((offset) => [offset, hashString(`cluster at ${offset}`)]))
const shapeAt = new Map(offsets.map((offset) => [offset, hashString(`shape at ${offset}`)]))
const wordPair: Record<PairPlace, number> = {
  before: hashString('two words before'),
  after: hashString('two words after'),
  'with previous': hashString('with previous'),
  'with next': hashString('with next'),
}
const clusterPair: Record<PairPlace, number> = {
  before: hashString('two clusters before'),
  after: hashString('two clusters after'),
  'with previous': hashString('cluster with previous'),
  'with next': hashString('cluster with next'),
}
const value = Object.fromEntries(valueKinds.map((kind) => [kind, hashString(kind)])) as Record<
  ValueKind,
  number
>
const k = {
  title: hashString('title'),
  clusters: hashString('clusters around'),
  shapes: hashString('shapes around'),
  whole: hashString('whole word'),
  wholeShape: hashString('shape of whole word'),
  count: hashString('count in document'),
  head: hashString('head'),
  headCluster: hashString('head cluster'),
  cue: hashString('left cue'),
  start: hashString('sentence start'),
}

/** The word at an offset from the token: itself, its cluster, and near the token its shape. */
export function aroundHashes(offset: (typeof offsets)[number], word: WordAttributes): number[] {
  const hashes = [mix(wordAt.get(offset)!, word.lower), mix(clusterAt.get(offset)!, word.fineCluster)]
  if (offset >= -2 && offset <= 2) hashes.push(mix(shapeAt.get(offset)!, word.shape))
  return hashes
}
export function wordPairHash(place: PairPlace, left: WordAttributes, right: WordAttributes): number {
  return mix(wordPair[place], mix(left.lower, right.lower))
}
/** Fine clusters where the token is one of the two, coarse ones otherwise. */
export function clusterPairHash(place: PairPlace, left: WordAttributes, right: WordAttributes): number {
  return place === 'before' || place === 'after'
    ? mix(clusterPair[place], mix(left.cluster, right.cluster))
    : mix(clusterPair[place], mix(left.fineCluster, right.fineCluster))
}
export function clustersHash(left: WordAttributes, word: WordAttributes, right: WordAttributes): number {
  return mix(k.clusters, mix(left.cluster, mix(word.cluster, right.cluster)))
}
export function shapesHash(
  left: WordAttributes,
  word: WordAttributes,
  right: WordAttributes,
  setting: number,
): number {
  return mix(k.shapes, mix(left.shape, mix(word.shape, mix(right.shape, setting))))
}
export function titleHash(setting: number, word: WordAttributes): number {
  return mix(k.title, mix(setting, word.shape))
}
export function startHash(isFirst: boolean, word: WordAttributes): number {
  return mix(k.start, mix(isFirst ? 1 : 0, word.shape))
}
/** The run of tokens between two spaces that a token is in. */
export function wholeShapeHash(words: WordAttributes[], start: number, end: number): number {
  let hash = 0
  for (let at = start; at < Math.min(end, start + maxRun); at++) hash = mix(hash, words[at]!.shape)
  return mix(k.wholeShape, hash)
}
export function wholeHash(words: WordAttributes[], start: number, end: number): number {
  let hash = 0
  for (let at = start; at < Math.min(end, start + maxRun); at++) hash = mix(hash, words[at]!.lower)
  return mix(k.whole, hash)
}
const maxRun = 7
/** How often the word stands in the document, told apart up to {@link topCount}. */
export function countHash(count: number, word: WordAttributes): number {
  return mix(k.count, mix(Math.min(topCount, count), word.shape))
}
export const topCount = 5
/** The last word of the noun group that the token may stand in. */
export function headHash(head: WordAttributes): number {
  return mix(k.head, head.lower)
}
export function headClusterHash(head: WordAttributes, word: WordAttributes): number {
  return mix(k.headCluster, mix(head.fineCluster, word.fineCluster))
}
/** The last common word in lower case before the token. */
export function cueHash(cue: WordAttributes): number {
  return mix(k.cue, cue.lower)
}
export function valueHash(kind: ValueKind, number: number): number {
  return mix(value[kind], number)
}
/** Whether the word stands with a capital elsewhere. */
export function capitalValue(capital: boolean, setting: number): number {
  return (capital ? 1 : 0) + (setting << 1)
}
/** Whether the token is joined to the one before it and to the one after it, without a space. */
export function glueValue(before: boolean, after: boolean, setting: number): number {
  return (before ? 1 : 0) + (after ? 2 : 0) + (setting << 2)
}
