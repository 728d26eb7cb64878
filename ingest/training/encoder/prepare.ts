/**
 * `tsx ingest/training/encoder/prepare.ts BASE FOLDER`: writes what `train.py` reads.
 * BASE is the folder of the pretrained encoder (its `vocab.txt`).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { packageRoot } from '../../../shared/package-root.ts'
import { piecesAtOnce } from '../../entities/encoder/encoder.ts'
import {
  makeVocabulary,
  separatorPiece,
  startPiece,
  unknownPiece,
  wordPieces,
} from '../../entities/encoder/vocabulary.ts'
import { recogniseEntities } from '../../entities/index.ts'
import { shippedModels } from '../../model-files.ts'
import { splitText } from '../../text/index.ts'
import { tokenise } from '../../text/tokens.ts'
import { loadTier } from '../../tiers.ts'
import { readAnnotatedAbstracts } from '../annotated-abstracts.ts'
import { corpora } from '../entities/knowledge.ts'
import { labelAbstract } from '../entities/labelled-documents.ts'
import { openTrainingRun } from '../training-run.ts'
import { abstractExample } from './abstract-examples.ts'
import { unitIndexOf, windowExamples } from './examples.ts'
import { scierExamples } from './scier-examples.ts'

const [base, folder] = process.argv.slice(2)
if (!base || !folder) throw new Error('usage: prepare.ts BASE FOLDER')
const data = resolve(packageRoot, process.env.SKEIN_DATA ?? '../shared')
const sentencePieces = 160

const full = makeVocabulary(readFileSync(join(base, 'vocab.txt'), 'utf8').split('\n').filter(Boolean))
const vocabulary = makeVocabulary(commonPieces())
mkdirSync(folder, { recursive: true })
write('vocabulary.json', [vocabulary.pieces.map((piece) => [piece, full.ids.get(piece)!])])

const run = openTrainingRun(data, null, shippedModels)
const unseen = await run.recognised(() => {})
const { tagger } = await loadTier('fast')
for (const split of ['train', 'dev']) {
  const abstracts =
    split === 'train'
      ? run.abstracts()
      : readAnnotatedAbstracts(join(data, 'gold', `abstracts-${split}.jsonl`))
  const recognised =
    split === 'train'
      ? unseen
      : await recogniseEntities(
          abstracts.map((one) => labelAbstract(one).document),
          tagger,
        )
  write(
    `abstracts-${split}.jsonl`,
    abstracts.map((abstract, index) =>
      abstractExample(abstract, recognised[index]!, vocabulary, piecesAtOnce.abstracts),
    ),
  )
  const scier = join(data, 'benchmarks', 'scier', `LLM_${split}.jsonl`)
  write(`scier-${split}.jsonl`, scierExamples(scier, vocabulary, piecesAtOnce.scier))
  for (const set of ['scicite', 'acl-arc']) write(`${set}-${split}.jsonl`, sentenceExamples(set, split))
}

function sentenceExamples(set: string, split: string) {
  const lines = readFileSync(join(data, 'benchmarks', set, `${split}.jsonl`), 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => {
    const { text, label } = JSON.parse(line) as { text: string; label: string }
    const document = splitText({ title: null, abstract: text })
    const { windows } = unitIndexOf(document, vocabulary, sentencePieces)
    return { label, windows: windowExamples(windows.slice(0, 1), () => 0) }
  })
}

/** The pieces that a quarter of the unlabelled abstracts uses at least three times, and every ASCII character. */
function commonPieces(): string[] {
  const words = new Map<string, number>()
  for (const name of corpora) {
    const lines = gunzipSync(readFileSync(join(data, 'corpora', `${name}.jsonl.gz`)))
      .toString('utf8')
      .split('\n')
    for (let at = 0; at < lines.length; at += 4) {
      if (!lines[at]) continue
      const { title, abstract } = JSON.parse(lines[at]!) as { title: string | null; abstract: string | null }
      for (const { text } of tokenise(`${title ?? ''} ${abstract ?? ''}`)) {
        const word = text.toLowerCase()
        words.set(word, (words.get(word) ?? 0) + 1)
      }
    }
  }
  const counts = new Array<number>(full.pieces.length).fill(0)
  for (const [word, count] of words) for (const id of wordPieces(full, word)) counts[id]! += count
  const special = new Set([unknownPiece, startPiece, separatorPiece])
  return full.pieces.filter(
    (piece, id) => special.has(piece) || counts[id]! >= 3 || /^(?:##)?[!-~]$/.test(piece),
  )
}

function write(name: string, records: unknown[]): void {
  writeFileSync(join(folder!, name), records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  process.stderr.write(`${name}: ${records.length}\n`)
}
