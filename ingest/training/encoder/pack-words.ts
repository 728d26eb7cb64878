/** `tsx ingest/training/encoder/pack-words.ts FOLDER`: packs the word vectors that `export.py` wrote into FOLDER. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeWordTable, wordTableFile } from '../../entities/encoder/word-table.ts'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('usage: pack-words.ts FOLDER')
const parts = ['words.json', 'words.i8', 'words.f32'].map((name) => join(folder, name))
const [pieces, rows, scales] = parts.map((file) => readFileSync(file)) as [Buffer, Buffer, Buffer]
writeFileSync(
  join(folder, wordTableFile),
  encodeWordTable(
    JSON.parse(pieces.toString('utf8')) as string[],
    Int8Array.from(new Int8Array(rows.buffer, rows.byteOffset, rows.length)),
    Float32Array.from({ length: scales.length / 4 }, (_, index) => scales.readFloatLE(index * 4)),
  ),
)
for (const file of parts) rmSync(file)
