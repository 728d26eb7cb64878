import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  encodeWordTable,
  readWordTable,
  vectorsOf,
  width,
} from '../../../../ingest/entities/encoder/word-table.ts'

it('a word table comes back as it was written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'skein-words-'))
  try {
    const rows = Int8Array.from({ length: 2 * width }, (_, index) => (index % 255) - 127)
    const file = join(folder, 'words.bin')
    writeFileSync(file, encodeWordTable(['[UNK]', 'net'], rows, Float32Array.of(0.5, 2)))
    const table = readWordTable(file)
    expect(table.vocabulary.pieces).toEqual(['[UNK]', 'net'])
    const vectors = vectorsOf(table, [1, 0])
    expect(vectors).toHaveLength(2 * width)
    expect(vectors[0]).toBe(rows[width]! * 2)
    expect(vectors[width]).toBe(rows[0]! * 0.5)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
