/** The weights of the fast classifier: for each set that it was trained on a head of its own. */
import { FeatureTable } from '../../weights/feature-table.ts'
import {
  decodeHashes,
  decodeWeights,
  encodeHashes,
  encodeModelFile,
  encodeWeights,
  readModelFile,
} from '../../weights/model-file.ts'
import type { IntentScheme } from './intent-classifier.ts'

/** A multinomial logistic regression over hashed features. */
export interface HeadParts {
  scheme: IntentScheme
  labels: string[]
  bias: number[]
  /** What a weight of 1 stands for. */
  scale: number
  /** Ascending. */
  hashes: Int32Array
  /** One row of labels for each feature. */
  weights: Int8Array
}

export interface IntentHead extends Omit<HeadParts, 'hashes'> {
  features: FeatureTable
}

type Header = Omit<HeadParts, 'hashes' | 'weights'>[]

export function encodeIntentModel(heads: HeadParts[]): Buffer {
  const header: Header = heads.map(({ hashes: _hashes, weights: _weights, ...head }) => head)
  const sections = heads.flatMap(({ scheme, hashes, weights }): [string, Uint8Array][] => [
    [`${scheme} features`, encodeHashes(hashes)],
    [`${scheme} weights`, encodeWeights(weights)],
  ])
  return encodeModelFile(header, Object.fromEntries(sections))
}

/**
 * @param file its path
 * @throws Error where the file is missing or damaged: the installation is broken
 */
export function readIntentModel(file: string): IntentHead[] {
  const { header, section } = readModelFile<Header>(file)
  return header.map((head) =>
    headOf({
      ...head,
      hashes: decodeHashes(section(`${head.scheme} features`)),
      weights: decodeWeights(section(`${head.scheme} weights`)),
    }),
  )
}

/** The head as it runs. */
export function headOf({ hashes, ...rest }: HeadParts): IntentHead {
  return { ...rest, features: new FeatureTable(hashes) }
}

/** @returns the logarithm of each label's probability */
export function logProbabilities(head: IntentHead, features: ReadonlySet<number>): number[] {
  const { labels, bias, scale, weights } = head
  const sums = labels.map(() => 0)
  let known = 0
  for (const hash of features) {
    const row = head.features.row(hash)
    if (row < 0) continue
    known++
    for (let label = 0; label < sums.length; label++) sums[label]! += weights[row * sums.length + label]!
  }
  const value = scale / Math.sqrt(known || 1)
  const logits = sums.map((sum, label) => sum * value + bias[label]!)
  const most = Math.max(...logits)
  const total = logits.reduce((all, logit) => all + Math.exp(logit - most), 0)
  return logits.map((logit) => logit - most - Math.log(total))
}
