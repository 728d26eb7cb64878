/** The two passes of the models of mention pairs: softmax regressions, one for each two types. */
import { FeatureTable } from '../../weights/feature-table.ts'
import { neighbourFeatures } from './neighbour-features.ts'
import { noRelation, type Opinion, type PairClass, pairClasses } from './opinions.ts'
import type { MentionPair, PairedDocument, PairKind } from './pairs.ts'

/** A softmax regression over hashed features. */
export interface KindModel {
  /** The first is {@link noRelation}. */
  classes: PairClass[]
  features: FeatureTable
  /** A row of classes for each feature. */
  weights: Int8Array
  /** What a weight of 1 stands for. */
  scale: number
}

export type Pass = ReadonlyMap<PairKind, KindModel>

export interface MentionPairModel {
  first: Pass
  /** Corrects the first. */
  second: Pass
  /** The probability from which a relation is taken. */
  threshold: number
}

/** Less sure than that the first pass never counts as: the second could not correct it. */
export const leastProbability = 3e-4

/** @returns what both passes together think of each pair */
export function opinionsOf({ first, second }: MentionPairModel, document: PairedDocument): Opinion[] {
  const before = firstOpinions(first, document.pairs)
  return secondOpinions(second, document, before)
}

export function firstOpinions(pass: Pass, pairs: MentionPair[]): Opinion[] {
  return pairs.map(({ kind, features }) => opinionOf(pass.get(kind), features, null))
}

export function secondOpinions(pass: Pass, document: PairedDocument, before: Opinion[]): Opinion[] {
  const features = neighbourFeatures(document, before)
  return document.pairs.map(({ kind }, index) => opinionOf(pass.get(kind), features[index]!, before[index]!))
}

/** A probability as the second pass starts from it. */
export function priorOf(pairClass: PairClass, before: Opinion): number {
  const probability = pairClass === noRelation ? 1 - before.reduce((a, b) => a + b, 0) : before[pairClass]!
  return Math.log(Math.max(probability, leastProbability))
}

function opinionOf(model: KindModel | undefined, features: number[], before: Opinion | null): Opinion {
  const opinion = new Float64Array(pairClasses)
  if (!model) return opinion
  const { classes, features: table, weights, scale } = model
  const sums = new Float64Array(classes.length)
  for (const hash of features) {
    const row = table.row(hash)
    if (row < 0) continue
    for (let index = 0, at = row * sums.length; index < sums.length; index++, at++)
      sums[index]! += weights[at]!
  }
  const scores = sums.map((sum, index) => sum * scale + (before ? priorOf(classes[index]!, before) : 0))
  const highest = Math.max(...scores)
  let total = 0
  scores.forEach((score, index) => {
    scores[index] = Math.exp(score - highest)
    total += scores[index]!
  })
  for (let index = 1; index < classes.length; index++) opinion[classes[index]!] = scores[index]! / total
  return opinion
}

/** A kind's model as it is stored; hashes ascend. */
export interface KindParts extends Pick<KindModel, 'classes' | 'weights' | 'scale'> {
  kind: PairKind
  hashes: Int32Array
}

export function passOf(parts: KindParts[]): Pass {
  return new Map(
    parts.map(({ kind, hashes, ...rest }) => [kind, { ...rest, features: new FeatureTable(hashes) }]),
  )
}
