import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { FeatureTable } from '../../../ingest/weights/feature-table.ts'
import {
  decodeHashes,
  decodeWeights,
  encodeHashes,
  encodeModelFile,
  encodeWeights,
  readModelFile,
} from '../../../ingest/weights/model-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'skein-model-file-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(bytes: Uint8Array): string {
  const file = join(folder, 'tiny.bin')
  writeFileSync(file, bytes)
  return file
}

describe('a model file', () => {
  it('gives back its header and its sections', () => {
    const weights = Int8Array.of(-127, 0, 127)
    const bytes = encodeModelFile(
      { scale: 0.5 },
      { weights: encodeWeights(weights), none: new Uint8Array(0) },
    )
    const { header, section } = readModelFile<{ scale: number }>(written(bytes))
    expect(header).toEqual({ scale: 0.5 })
    expect(decodeWeights(section('weights'))).toEqual(weights)
    expect(section('none')).toHaveLength(0)
    expect(() => section('labels')).toThrow(/tiny\.bin holds no "labels"/)
  })

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 4)],
    ['not compressed', () => Buffer.from('{"header":null,"sections":[]}\n')],
  ])('that is %s is named with what to do', (_, damage) => {
    const file = written(damage(encodeModelFile(null, { numbers: Uint8Array.of(1, 2, 3, 4, 5, 6) })))
    expect(() => readModelFile(file)).toThrow(/tiny\.bin cannot be read as a model .* install Skein anew/)
  })
})

it('keeps any ascending hashes, and finds the row of each', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (numbers) => {
      const hashes = Int32Array.from(numbers).sort()
      expect(decodeHashes(encodeHashes(hashes))).toEqual(hashes)
      const table = new FeatureTable(hashes)
      expect([...hashes].map((hash) => table.row(hash))).toEqual([...hashes.keys()])
      const missing = [...hashes].map((hash) => hash ^ 1).filter((hash) => !hashes.includes(hash))
      expect(missing.every((hash) => table.row(hash) === -1)).toBe(true)
    }),
  )
})
