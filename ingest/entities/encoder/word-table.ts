/** The word vectors that all encoders share: eight bits a number, and a scale for each piece. */
import { encodeModelFile, readModelFile } from '../../weights/model-file.ts'
import { makeVocabulary, type Vocabulary } from './vocabulary.ts'

/** Numbers in a vector. */
export const width = 384

export interface WordTable {
  vocabulary: Vocabulary
  /** pieces × width */
  rows: Int8Array
  scales: Float32Array
}

export const wordTableFile = 'encoder-words.bin'

export function encodeWordTable(pieces: string[], rows: Int8Array, scales: Float32Array): Buffer {
  const bytes = Buffer.alloc(scales.length * 4)
  scales.forEach((scale, index) => {
    bytes.writeFloatLE(scale, index * 4)
  })
  return encodeModelFile({ pieces }, { rows: new Uint8Array(rows.buffer, 0, rows.length), scales: bytes })
}

/** @throws Error where the file is missing or damaged */
export function readWordTable(file: string): WordTable {
  const { header, section } = readModelFile<{ pieces: string[] }>(file)
  const rows = section('rows')
  const bytes = Buffer.from(section('scales'))
  const scales = Float32Array.from(header.pieces, (_, index) => bytes.readFloatLE(index * 4))
  return {
    vocabulary: makeVocabulary(header.pieces),
    rows: new Int8Array(rows.buffer, rows.byteOffset, rows.length),
    scales,
  }
}

/** The vectors of pieces: pieces × width. */
export function vectorsOf({ rows, scales }: WordTable, pieces: readonly number[]): Float32Array {
  const vectors = new Float32Array(pieces.length * width)
  pieces.forEach((piece, at) => {
    const scale = scales[piece]!
    for (let i = 0; i < width; i++) vectors[at * width + i] = rows[piece * width + i]! * scale
  })
  return vectors
}
