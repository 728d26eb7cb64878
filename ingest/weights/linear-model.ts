/** Linear models over hashed features, as trained by ingest/training and kept in ingest/models. */
import { readFileSync } from 'node:fs'
import {
  decodeHashes,
  decodeWeights,
  encodeHashes,
  encodeModelFile,
  encodeWeights,
  readModelFile,
} from './model-file.ts'
import { logisticOfEach } from './probabilities.ts'
import { WeightTable } from './weight-table.ts'

/** One logistic regression for each label, over the same features. */
export interface LinearModel {
  labels: string[]
  /** For each label the probability from which it is taken. */
  thresholds: number[]
  /** What a weight of 1 stands for. */
  scale: number
  /** The features' hashes, ascending. */
  features: Int32Array
  /** One row of labels for each feature. */
  weights: Int8Array
}

export interface LoadedModel extends Pick<LinearModel, 'labels' | 'thresholds' | 'scale'> {
  table: WeightTable
}

/** What a file says of each of its models beside features and weights. */
type Header = Record<string, Pick<LinearModel, 'labels' | 'thresholds' | 'scale'>>

/** One file of several models by name. */
export function encodeLinearModels(models: Record<string, LinearModel>): Buffer {
  const header: Header = {}
  const sections: Record<string, Uint8Array> = {}
  for (const [name, { labels, thresholds, scale, features, weights }] of Object.entries(models)) {
    header[name] = { labels, thresholds, scale }
    sections[`${name} features`] = encodeHashes(features)
    sections[`${name} weights`] = encodeWeights(weights)
  }
  return encodeModelFile(header, sections)
}

/**
 * @param file its path
 * @throws where the file is missing or damaged: the installation is broken
 */
export function readLinearModels(file: string): Record<string, LinearModel> {
  const { header, section } = readModelFile<Header>(file)
  return Object.fromEntries(
    Object.entries(header).map(([model, own]): [string, LinearModel] => [
      model,
      {
        ...own,
        features: decodeHashes(section(`${model} features`)),
        weights: decodeWeights(section(`${model} weights`)),
      },
    ]),
  )
}

export function loadModel({ labels, thresholds, scale, features, weights }: LinearModel): LoadedModel {
  return { labels, thresholds, scale, table: new WeightTable(features, weights, labels.length) }
}

/**
 * @param file its path
 * @throws where the file is missing or no JSON: the installation is broken
 */
export function readModelTable<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

/** @returns the probability of each label; features that the model does not know count nothing */
export function probabilities(
  { table, labels, scale }: LoadedModel,
  ...lists: readonly number[][]
): number[] {
  const sums = new Float64Array(labels.length)
  table.addOnce(lists, sums)
  return logisticOfEach(sums, scale)
}

/** The weight of a feature for a label; null where the model does not know it. */
export function weightOf({ table, scale }: LoadedModel, hash: number, label: number): number | null {
  const weight = table.weight(hash, label)
  return weight === null ? null : weight * scale
}
