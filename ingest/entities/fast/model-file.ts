/** The files of the fast tagger. */

import {
  decodeHashes,
  decodeWeights,
  encodeHashes,
  encodeModelFile,
  encodeWeights,
  readModelFile,
} from '../../weights/model-file.ts'
import type { ChainModel } from './decode.ts'
import { FeatureWeights } from './feature-weights.ts'
import {
  type CountedPhrases,
  countedPhrases,
  type Knowledge,
  type Lexicon,
  type PhraseNumbers,
  phraseTable,
  wordTable,
} from './lexicon.ts'
import type { SelectionModel } from './selection.ts'

export interface TaggerModel {
  chain: ChainModel
  /** Chooses among the chain's candidates; null where the chain's best path is taken as it is. */
  selection: SelectionModel | null
  lexicon: Lexicon
}

/** What training makes. */
export interface ModelParts extends ChainParts {
  phrases: PhraseNumbers[]
  selection: SelectionModel | null
}

interface ChainParts {
  hashes: Int32Array
  weights: Int8Array
  scale: number
  transitions: number[]
}

interface Header extends Pick<ChainParts, 'scale' | 'transitions'> {
  /** The threshold of the selection; null without one. */
  threshold: number | null
}

/** Weights of the selection are kept in thousandths, as training rounds them. */
const thousand = 1000

export function encodeModel({ hashes, weights, scale, transitions, selection, phrases }: ModelParts): Buffer {
  const counted = countedPhrases(phrases)
  const signs = [...(selection?.weights ?? [])]
  const thousandths = Int16Array.from(
    signs.flatMap(([, row]) => row.map((weight) => Math.round(weight * thousand))),
  )
  const header: Header = { scale, transitions, threshold: selection?.threshold ?? null }
  return encodeModelFile(header, {
    hashes: encodeHashes(hashes),
    weights: encodeWeights(weights),
    phrases: encodeHashes(counted.hashes),
    evidence: counted.evidence,
    signs: encodeText(signs.map(([sign]) => sign)),
    'sign weights': encode16(thousandths),
  })
}

export function encodeKnowledge({ words, names }: Knowledge): Buffer {
  return encodeModelFile(null, {
    words: encodeText(words.words),
    frequencies: words.frequencies,
    capitals: words.capitals,
    clusters: encode16(words.clusters),
    names: encodeHashes(names.hashes),
    lists: names.evidence,
  })
}

/** @throws Error where the file is missing or damaged */
export function readKnowledge(file: string): Knowledge {
  const { section } = readModelFile<null>(file)
  return {
    words: wordTable(
      decodeText(section('words')),
      Uint8Array.from(section('frequencies')),
      Uint8Array.from(section('capitals')),
      decode16(section('clusters')),
    ),
    names: phraseTable(decodeHashes(section('names')), Uint8Array.from(section('lists'))),
  }
}

/** @throws Error where the file is missing or damaged */
export function readModel(file: string, knowledge: Knowledge): TaggerModel {
  const { header, section } = readModelFile<Header>(file)
  const { scale, transitions, threshold } = header
  const chain = {
    hashes: decodeHashes(section('hashes')),
    weights: decodeWeights(section('weights')),
    scale,
    transitions,
  }
  const phrases = phraseTable(decodeHashes(section('phrases')), Uint8Array.from(section('evidence')))
  const signs = decodeText(section('signs'))
  const thousandths = new Int16Array(decode16(section('sign weights')).buffer)
  const size = thousandths.length / signs.length
  const weights = new Map(
    signs.map((sign, at): [string, number[]] => [
      sign,
      Array.from(thousandths.subarray(at * size, (at + 1) * size), (weight) => weight / thousand),
    ]),
  )
  const selection = threshold === null ? null : { weights, threshold }
  return assemble(chain, selection, { ...phrases, counts: null }, knowledge)
}

/** The model as it runs. */
export function modelOf({ phrases, selection, ...chain }: ModelParts, knowledge: Knowledge): TaggerModel {
  return assemble(chain, selection, countedPhrases(phrases), knowledge)
}

function assemble(
  { hashes, weights, scale, transitions }: ChainParts,
  selection: SelectionModel | null,
  phrases: CountedPhrases,
  knowledge: Knowledge,
): TaggerModel {
  const steps = Float64Array.from(transitions)
  return {
    chain: {
      weights: new FeatureWeights(hashes, weights),
      scale,
      transitions: steps,
      potentials: steps.map(Math.exp),
    },
    selection,
    lexicon: { ...knowledge, phrases },
  }
}

function encodeText(lines: string[]): Uint8Array {
  return Buffer.from(lines.join('\n'))
}
function decodeText(bytes: Uint8Array): string[] {
  const { buffer, byteOffset, length } = bytes
  return length === 0 ? [] : Buffer.from(buffer, byteOffset, length).toString('utf8').split('\n')
}

/** Little-endian; the low bytes first, then the high ones, which pack better apart. */
function encode16(numbers: Uint16Array | Int16Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 2)
  for (const [index, number] of numbers.entries()) {
    bytes[index] = number & 0xff
    bytes[numbers.length + index] = (number >> 8) & 0xff
  }
  return bytes
}
function decode16(bytes: Uint8Array): Uint16Array {
  const length = bytes.length / 2
  const numbers = new Uint16Array(length)
  for (let index = 0; index < length; index++) numbers[index] = bytes[index]! | (bytes[length + index]! << 8)
  return numbers
}
