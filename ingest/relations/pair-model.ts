/** Claims that the trained model of pairs makes where it is sure enough. */
import type { Predicate, Span } from '../../shared/schema.ts'
import { feature } from '../weights/feature-hash.ts'
import {
  type LinearModel,
  type LoadedModel,
  loadModel,
  probabilities,
  weightOf,
} from '../weights/linear-model.ts'
import { type ClaimDraft, noDetails } from './claim-draft.ts'
import type { Interpretation } from './interpretation.ts'
import { type Opinion, weigh } from './judge.ts'
import { type PairCandidate, type PairContext, pairCandidates } from './pair-candidates.ts'
import { cueTemplates, orderOf } from './pair-features.ts'
import { joinSentences } from './passages.ts'
import { polarity } from './polarity.ts'
import { indexAt } from './reading.ts'
import type { Scene } from './scenes.ts'
import type { Signature } from './signatures.ts'

export type PairModelFile = Partial<Record<Signature, LinearModel>>
export type PairModel = Partial<Record<Signature, LoadedModel>>

export const pairModelFile = 'pairs.bin'

export function loadPairModel(file: PairModelFile): PairModel {
  const entries = Object.entries(file) as [Signature, LinearModel][]
  return Object.fromEntries(entries.map(([signature, model]) => [signature, loadModel(model)]))
}

/** @param opinion a judge's, on the same entities; null where the linear models decide alone */
export function modelledClaims(
  interpretation: Interpretation,
  model: PairModel,
  opinion: Opinion | null,
): ClaimDraft[] {
  const drafts: ClaimDraft[] = []
  for (const candidate of pairCandidates(interpretation)) {
    const own = model[candidate.signature]
    if (!own) continue
    const judged = opinion?.judgement.pair(candidate.head, candidate.tail)
    probabilities(own, ...featuresOf(candidate)).forEach((linear, label) => {
      const probability = judged ? weigh(linear, judged[label]!, opinion!.weights.pairs) : linear
      if (probability >= (judged ? opinion!.weights.claimed : own.thresholds[label]!))
        drafts.push(draft(interpretation.scenes, candidate, own, label, probability))
    })
  }
  return drafts
}

/** The features that the model is trained and asked with. */
export function featuresOf(candidate: PairCandidate): number[][] {
  return [candidate.features, ...candidate.contexts.map(({ features }) => features)]
}

function draft(
  scenes: readonly Scene[],
  candidate: PairCandidate,
  model: LoadedModel,
  label: number,
  probability: number,
): ClaimDraft {
  const predicate = model.labels[label] as Predicate
  const { passage } = candidate
  const context = passage
    ? { head: passage.head, tail: passage.tail, sentence: joinSentences(scenes, passage), features: [] }
    : clearest(candidate.contexts, model, label)
  const cue = cueOf(context, model, label)
  const { negated, hedged } = polarity(context.sentence, cue)
  return {
    predicate,
    subject: context.head,
    object: context.tail,
    sentence: context.sentence,
    cue,
    rule: passage ? 'model/passage' : 'model/pair',
    confidence: probability,
    negated,
    hedged,
    ...noDetails,
  }
}

/** The context that speaks most for a label; the first of equals. */
function clearest(contexts: PairContext[], model: LoadedModel, label: number): PairContext {
  let best = contexts[0]!
  let most = Number.NEGATIVE_INFINITY
  for (const context of contexts) {
    let sum = 0
    for (const one of context.features) sum += weightOf(model, one, label) ?? 0
    if (sum <= most) continue
    most = sum
    best = context
  }
  return best
}

/** The word between the ends (else shortly before or after them) that speaks most for a label. */
function cueOf({ sentence, head, tail }: PairContext, model: LoadedModel, label: number): Span {
  const order = orderOf(head, tail)
  const [left, right] = order === 1 ? [head, tail] : [tail, head]
  const { words } = sentence
  const regions: [number, number, number][] = [
    [indexAt(words, left.end), indexAt(words, right.start), cueTemplates.between],
    [Math.max(0, indexAt(words, left.start) - 3), indexAt(words, left.start), cueTemplates.left],
    [indexAt(words, right.end), indexAt(words, right.end) + 2, cueTemplates.right],
  ]
  for (const [from, to, template] of regions) {
    let best: Span | null = null
    let most = Number.NEGATIVE_INFINITY
    for (const word of words.slice(from, to)) {
      if (!/^\p{L}/u.test(word.text)) continue
      const weight = weightOf(model, feature(template, order, word.hash), label) ?? -1
      if (weight <= most) continue
      most = weight
      best = { start: word.start, end: word.end }
    }
    if (best) return best
  }
  return { start: left.start, end: right.end }
}
