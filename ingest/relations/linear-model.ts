/** Linear models over named features, as trained by ingest/training and kept as JSON in ingest/models. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../shared/package-root.ts'

/** One logistic regression for each label, over the same features. */
export interface LinearModel {
  labels: string[]
  /** For each label the probability from which it is taken. */
  thresholds: number[]
  /** One weight for each label. */
  weights: Record<string, number[]>
}

export interface LoadedModel {
  labels: string[]
  thresholds: number[]
  weights: ReadonlyMap<string, readonly number[]>
}

export function fromJson(model: LinearModel): LoadedModel {
  return { ...model, weights: new Map(Object.entries(model.weights)) }
}

/**
 * @param name file in ingest/models
 * @throws where the file is missing or no JSON: the installation is broken
 */
export function readModelFile<T>(name: string): T {
  return JSON.parse(readFileSync(join(packageRoot, 'ingest', 'models', name), 'utf8')) as T
}

/** @returns the probability of each label; features that the model does not know count nothing */
export function probabilities(model: LoadedModel, features: Iterable<string>): number[] {
  const sums = model.labels.map(() => 0)
  for (const feature of features) {
    const row = model.weights.get(feature)
    if (row) for (let label = 0; label < sums.length; label++) sums[label]! += row[label]!
  }
  return sums.map((sum) => 1 / (1 + Math.exp(-sum)))
}
