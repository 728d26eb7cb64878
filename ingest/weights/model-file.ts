/** The files of trained models: brotli of one line of JSON and of the byte sections that it lists. */
import { readFileSync } from 'node:fs'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

export interface ModelFile<Header> {
  header: Header
  /** @throws Error where the file has no section of that name */
  section(name: string): Uint8Array
}

interface Index {
  header: unknown
  /** Name and length of each section, in their order. */
  sections: [name: string, length: number][]
}

const lineBreak = 10

/** The same bytes for the same contents. */
export function encodeModelFile(header: unknown, sections: Record<string, Uint8Array>): Buffer {
  const named = Object.entries(sections)
  const index: Index = { header, sections: named.map(([name, { length }]) => [name, length]) }
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...named.map(([, bytes]) => bytes)])
  return brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}

/** @throws Error where the file is missing or damaged: the installation is broken */
export function readModelFile<Header>(file: string): ModelFile<Header> {
  let bytes: Buffer
  let index: Index
  try {
    bytes = brotliDecompressSync(readFileSync(file))
    index = JSON.parse(bytes.toString('utf8', 0, bytes.indexOf(lineBreak))) as Index
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${file} cannot be read as a model (${reason}); install Skein anew`, { cause })
  }
  const found = new Map<string, Uint8Array>()
  let start = bytes.indexOf(lineBreak) + 1
  for (const [name, length] of index.sections) {
    found.set(name, bytes.subarray(start, start + length))
    start += length
  }
  return {
    header: index.header as Header,
    section(name) {
      const section = found.get(name)
      if (!section) throw new Error(`${file} holds no "${name}"; install Skein anew`)
      return section
    },
  }
}

/** Hashes as the gaps between them, seven bits a byte: half the size of plain integers. @param hashes ascending */
export function encodeHashes(hashes: Int32Array): Uint8Array {
  const bytes: number[] = []
  let previous = -(2 ** 31)
  for (const hash of hashes) {
    let gap = hash - previous
    for (; gap >= 128; gap = Math.floor(gap / 128)) bytes.push((gap % 128) | 128)
    bytes.push(gap)
    previous = hash
  }
  return Uint8Array.from(bytes)
}

/** What {@link encodeHashes} encoded. */
export function decodeHashes(bytes: Uint8Array): Int32Array {
  const hashes = new Int32Array(bytes.length)
  let count = 0
  let hash = -(2 ** 31)
  let scale = 1
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    hash += (byte & 127) * scale
    scale *= 128
    if (byte > 127) continue
    hashes[count++] = hash
    scale = 1
  }
  return hashes.slice(0, count)
}

export function encodeWeights(weights: Int8Array): Uint8Array {
  return new Uint8Array(weights.buffer, weights.byteOffset, weights.length)
}

/** Of its own memory, so that the rest of the file can be given up. */
export function decodeWeights(bytes: Uint8Array): Int8Array {
  return Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length))
}
