import { featureTable } from '../../entities/fast/feature-table.ts'
import { featureMaker } from '../../entities/fast/features.ts'
import { labelCount } from '../../entities/fast/labels.ts'
import { type ModelParts, makeLexicon } from '../../entities/fast/model-file.ts'
import type { LabelledDocument } from './labelled-documents.ts'
import { countPhrases } from './phrase-counts.ts'
import { type ChainOptions, type TrainingSentence, trainChain } from './train-chain.ts'

export interface TaggerOptions extends ChainOptions {
  /** Features on fewer tokens are left out. */
  minCount: number
  /** Features whose weights are all smaller are left out after training. */
  minWeight: number
  boldness: number
}

/** What is known from elsewhere than the labelled documents. */
export type ModelKnowledge = Pick<ModelParts, 'words' | 'names'>

/** Trains the fast tagger; deterministic. */
export function trainTagger(
  documents: LabelledDocument[],
  knowledge: ModelKnowledge,
  options: TaggerOptions,
  report: (line: string) => void,
): ModelParts {
  const { phrases, own } = countPhrases(documents)
  const featuresOf = featureMaker(makeLexicon(phrases, knowledge.names, knowledge.words))
  const hashed = documents.map(({ document }, index) =>
    featuresOf(document, { ownCounts: own[index]! }).map((sentence) =>
      sentence.map((token) => Int32Array.from(token)),
    ),
  )
  const hashes = frequentHashes(hashed, options.minCount)
  const table = featureTable(hashes)
  report(`${documents.length} documents, ${phrases.length} phrases, ${hashes.length} features`)
  const sentences: TrainingSentence[] = hashed.flatMap((document, index) =>
    document.map((tokens, sentence) => ({
      rows: tokens.map((token) => token.map((hash) => table.row(hash)).filter((row) => row >= 0)),
      labels: documents[index]!.labels[sentence]!,
    })),
  )
  const { weights, transitions } = trainChain(sentences, hashes.length, options, report)
  return {
    ...quantise(hashes, weights, options.minWeight),
    transitions: [...transitions].map(round4),
    boldness: options.boldness,
    phrases,
    ...knowledge,
  }
}

function frequentHashes(documents: Int32Array[][][], minCount: number): Int32Array {
  let total = 0
  for (const document of documents)
    for (const sentence of document) for (const token of sentence) total += token.length
  const all = new Int32Array(total)
  let filled = 0
  for (const document of documents) {
    for (const sentence of document) {
      for (const token of sentence) {
        all.set(token, filled)
        filled += token.length
      }
    }
  }
  all.sort()
  const kept: number[] = []
  for (let start = 0; start < all.length; ) {
    let end = start + 1
    while (end < all.length && all[end] === all[start]) end++
    if (end - start >= minCount) kept.push(all[start]!)
    start = end
  }
  return Int32Array.from(kept)
}

/** Eight bits a weight; the few largest are cut to the range. */
function quantise(
  hashes: Int32Array,
  weights: Float64Array,
  minWeight: number,
): Pick<ModelParts, 'hashes' | 'weights' | 'scale'> {
  const sizes = weights.map(Math.abs).sort()
  const scale = round6(sizes[Math.floor(sizes.length * 0.9999)]! / 127) || 1
  const kept: number[] = []
  const values: number[] = []
  hashes.forEach((hash, row) => {
    const own = weights.subarray(row * labelCount, (row + 1) * labelCount)
    if (!own.some((weight) => Math.abs(weight) >= minWeight)) return
    kept.push(hash)
    for (const weight of own) values.push(Math.max(-127, Math.min(127, Math.round(weight / scale))))
  })
  return { hashes: Int32Array.from(kept), weights: Int8Array.from(values), scale }
}

function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
