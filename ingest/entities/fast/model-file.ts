/** The files of the fast tagger: gzip of one line of JSON and the arrays that it describes, little-endian. */
import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { ChainModel } from './decode.ts'
import { featureTable } from './feature-table.ts'
import { labelCount } from './labels.ts'
import { type Lexicon, type LexiconParts, makeLexicon } from './lexicon.ts'
import type { SelectionModel } from './selection.ts'

export interface TaggerModel {
  chain: ChainModel
  /** Chooses among the chain's candidates; null where the chain's best path is taken as it is. */
  selection: SelectionModel | null
  lexicon: Lexicon
}

/** What is written of a model. */
export interface ModelParts extends Pick<LexiconParts, 'phrases'> {
  hashes: Int32Array
  weights: Int8Array
  scale: number
  transitions: number[]
  selection: SelectionModel | null
}

/** What models share: knowledge of words and names from unlabelled text. */
export type Knowledge = Pick<LexiconParts, 'words' | 'names'>

export function encodeModel({ hashes, weights, ...rest }: ModelParts): Buffer {
  const header = JSON.stringify({ ...rest, rows: hashes.length })
  const body = [Buffer.from(`${header}\n`), bytesOf(hashes), Buffer.from(weights.buffer, 0, weights.length)]
  return gzipSync(Buffer.concat(body), { level: 9 })
}

export function encodeKnowledge(knowledge: Knowledge): Buffer {
  return gzipSync(JSON.stringify(knowledge), { level: 9 })
}

/** @throws Error where the file is missing or damaged */
export function readKnowledge(file: string): Knowledge {
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as Knowledge
}

/** @throws Error where the file is missing or damaged */
export function readModel(file: string, knowledge: Knowledge): TaggerModel {
  const bytes = gunzipSync(readFileSync(file))
  const headerEnd = bytes.indexOf(10)
  const header = JSON.parse(bytes.toString('utf8', 0, headerEnd)) as ModelParts & { rows: number }
  const hashes = new Int32Array(header.rows)
  const start = headerEnd + 1
  for (let row = 0; row < header.rows; row++) hashes[row] = bytes.readInt32LE(start + 4 * row)
  const weightStart = start + 4 * header.rows
  const weights = new Int8Array(header.rows * labelCount)
  weights.set(new Int8Array(bytes.buffer, bytes.byteOffset + weightStart, weights.length))
  return modelOf({ ...header, hashes, weights }, knowledge)
}

/** The model as it runs. */
export function modelOf(parts: ModelParts, knowledge: Knowledge): TaggerModel {
  const { hashes, weights, scale, transitions, selection, phrases } = parts
  return {
    chain: { features: featureTable(hashes), weights, scale, transitions: Float64Array.from(transitions) },
    selection,
    lexicon: makeLexicon({ phrases, ...knowledge }),
  }
}

function bytesOf(numbers: Int32Array): Buffer {
  const buffer = Buffer.alloc(numbers.length * 4)
  for (const [index, number] of numbers.entries()) buffer.writeInt32LE(number, index * 4)
  return buffer
}
