/** Claims that the trained model of pairs makes where it is sure enough. */
import type { Predicate, Span } from '../../shared/schema.ts'
import type { ClaimDraft } from './claim-draft.ts'
import type { Interpretation } from './interpretation.ts'
import { fromJson, type LinearModel, type LoadedModel, probabilities, readModelFile } from './linear-model.ts'
import { type PairCandidate, type PairContext, pairCandidates } from './pair-candidates.ts'
import { indexAt } from './pair-features.ts'
import { polarity } from './polarity.ts'
import type { Signature } from './signatures.ts'

export type PairModelFile = Partial<Record<Signature, LinearModel>>
export type PairModel = Partial<Record<Signature, LoadedModel>>

export const pairModelFile = 'pairs.json'
let loaded: PairModel | undefined

export function loadPairModel(file: PairModelFile): PairModel {
  const entries = Object.entries(file) as [Signature, LinearModel][]
  return Object.fromEntries(entries.map(([signature, model]) => [signature, fromJson(model)]))
}

/** @param model for training; without it the shipped one */
export function modelledClaims(interpretation: Interpretation, model?: PairModel): ClaimDraft[] {
  if (!model) loaded ??= loadPairModel(readModelFile<PairModelFile>(pairModelFile))
  const used = model ?? loaded!
  const drafts: ClaimDraft[] = []
  for (const candidate of pairCandidates(interpretation)) {
    const own = used[candidate.signature]
    if (!own || candidate.contexts.length === 0) continue
    probabilities(own, featuresOf(candidate)).forEach((probability, label) => {
      if (probability >= own.thresholds[label]!) drafts.push(draft(candidate, own, label, probability))
    })
  }
  return drafts
}

/** The features that the model is trained and asked with. */
export function featuresOf(candidate: PairCandidate): Set<string> {
  const features = new Set(candidate.features)
  for (const context of candidate.contexts) for (const feature of context.features) features.add(feature)
  return features
}

function draft(candidate: PairCandidate, model: LoadedModel, label: number, probability: number): ClaimDraft {
  const predicate = model.labels[label] as Predicate
  const context = clearest(candidate.contexts, model, label)
  const cue = cueOf(context, model, label)
  return {
    predicate,
    subject: context.head,
    object: context.tail,
    sentence: context.sentence,
    cue,
    rule: 'model/pair',
    confidence: probability,
    ...polarity(context.sentence, cue),
    ...{ dataset: null, task: null, metric: null, value: null, unit: null, valueKind: null },
  }
}

/** The context that speaks most for a label; the first of equals. */
function clearest(contexts: PairContext[], model: LoadedModel, label: number): PairContext {
  let best = contexts[0]!
  let most = Number.NEGATIVE_INFINITY
  for (const context of contexts) {
    let sum = 0
    for (const feature of context.features) sum += model.weights.get(feature)?.[label] ?? 0
    if (sum <= most) continue
    most = sum
    best = context
  }
  return best
}

/** The word between the ends (else shortly before or after them) that speaks most for a label. */
function cueOf({ sentence, head, tail }: PairContext, model: LoadedModel, label: number): Span {
  const [left, right, order] = head.start < tail.start ? [head, tail, '>'] : [tail, head, '<']
  const { words } = sentence
  const regions: [number, number, string][] = [
    [indexAt(words, left.end), indexAt(words, right.start), 'b='],
    [Math.max(0, indexAt(words, left.start) - 3), indexAt(words, left.start), 'l'],
    [indexAt(words, right.end), indexAt(words, right.end) + 2, 'r'],
  ]
  for (const [from, to, prefix] of regions) {
    let best: Span | null = null
    let most = Number.NEGATIVE_INFINITY
    for (const word of words.slice(from, to)) {
      if (!/^\p{L}/u.test(word.text)) continue
      const weight = model.weights.get(`${order}${prefix}${word.text}`)?.[label] ?? -1
      if (weight <= most) continue
      most = weight
      best = { start: word.start, end: word.end }
    }
    if (best) return best
  }
  return { start: left.start, end: right.end }
}
