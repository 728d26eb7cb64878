import { type Candidate, findCandidates } from '../../entities/fast/candidates.ts'
import { featureMaker } from '../../entities/fast/features.ts'
import { labelCount } from '../../entities/fast/labels.ts'
import { countedPhrases, type Knowledge } from '../../entities/fast/lexicon.ts'
import { type ModelParts, modelOf } from '../../entities/fast/model-file.ts'
import { tokenScorer } from '../../entities/fast/score-tokens.ts'
import { FeatureTable } from '../../weights/feature-table.ts'
import { type Report, within } from '../report.ts'
import type { LabelledDocument } from './labelled-documents.ts'
import { countPhrases } from './phrase-counts.ts'
import { type ChainOptions, type TrainingSentence, trainChain } from './train-chain.ts'
import {
  type SelectionExample,
  type SelectionOptions,
  selectionExamples,
  trainSelection,
} from './train-selection.ts'

export interface TaggerOptions extends ChainOptions {
  /** Features on fewer tokens are left out. */
  minCount: number
  /** Features whose weights are all smaller are left out after training. */
  minWeight: number
  /** How candidates are chosen among; null to take the chain's best path as it is. */
  selection: (SelectionOptions & { threshold: number }) | null
}

/**
 * Trains the fast tagger; deterministic.
 * @param folds chains of {@link trainFolds} for the selection, where it is asked for
 */
export function trainTagger(
  documents: LabelledDocument[],
  knowledge: Knowledge,
  options: TaggerOptions,
  folds: ModelParts[],
  report: Report,
): ModelParts {
  const parts = trainChainParts(documents, knowledge, options, report)
  if (!options.selection) return parts
  const examples = jackknife(documents, knowledge, folds)
  const weights = trainSelection(examples, options.selection)
  return { ...parts, selection: { weights, threshold: options.selection.threshold } }
}

/** For each of so many folds a chain that was trained on all documents but every so manieth. */
export function trainFolds(
  documents: LabelledDocument[],
  knowledge: Knowledge,
  options: ChainOptions & Pick<TaggerOptions, 'minCount' | 'minWeight'>,
  folds: number,
  report: Report,
): ModelParts[] {
  return Array.from({ length: folds }, (_, fold) => {
    const rest = documents.filter((_, index) => index % folds !== fold)
    return trainChainParts(rest, knowledge, options, within(report, fold / folds, (fold + 1) / folds))
  })
}

/**
 * What the chain proposes on documents that it was not trained on: each fold by a chain trained on the others.
 * Candidates of documents that the chain knows would look far too certain.
 */
function jackknife(
  documents: LabelledDocument[],
  knowledge: Knowledge,
  folds: ModelParts[],
): SelectionExample[] {
  const examples: SelectionExample[] = []
  for (const [fold, parts] of folds.entries()) {
    const { chain, lexicon } = modelOf(parts, knowledge)
    const scoresOf = tokenScorer(chain, lexicon)
    for (const [index, labelled] of documents.entries()) {
      if (index % folds.length !== fold) continue
      const scores = scoresOf(labelled.document)
      const candidates: Candidate[] = findCandidates(labelled.document, scores, chain, lexicon.phrases)
      examples.push(...selectionExamples(labelled, candidates))
    }
  }
  return examples
}

function trainChainParts(
  documents: LabelledDocument[],
  knowledge: Knowledge,
  options: ChainOptions & Pick<TaggerOptions, 'minCount' | 'minWeight'>,
  report: Report,
): ModelParts {
  const { phrases, own } = countPhrases(documents)
  const featuresOf = featureMaker({ ...knowledge, phrases: countedPhrases(phrases) })
  const hashed = documents.map(({ document }, index) => {
    const features = featuresOf(document, own[index])
    return document.sentences.map((_, sentence) => features(sentence))
  })
  const hashes = frequentHashes(hashed, options.minCount)
  const table = new FeatureTable(hashes)
  report(0, `${documents.length} documents, ${hashes.length} features`)
  const sentences: TrainingSentence[] = hashed.flatMap((document, index) =>
    document.map((tokens, sentence) => ({
      rows: tokens.map((token) => token.map((hash) => table.row(hash)).filter((row) => row >= 0)),
      labels: documents[index]!.labels[sentence]!,
    })),
  )
  const { weights, transitions } = trainChain(sentences, hashes.length, options, report)
  return {
    ...quantise(hashes, weights, options.minWeight),
    transitions: [...transitions].map((value) => Math.round(value * 1e4) / 1e4),
    selection: null,
    phrases,
  }
}

/** The hashes of the features on at least so many tokens, ascending. */
function frequentHashes(documents: Int32Array[][][], minCount: number): Int32Array {
  const tokens = documents.flat(2)
  const all = new Int32Array(tokens.reduce((sum, token) => sum + token.length, 0))
  let filled = 0
  for (const token of tokens) {
    all.set(token, filled)
    filled += token.length
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
  const scale = Math.round((sizes[Math.floor(sizes.length * 0.9999)]! / 127) * 1e6) / 1e6 || 1
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
