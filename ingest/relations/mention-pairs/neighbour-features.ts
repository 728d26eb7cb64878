/**
 * What the first pass thinks of other pairs, for the second: of the same two names elsewhere in the document, and of
 * the pairs in the same sentence that share a mention. Relations come in bundles: what holds of one name of an
 * enumeration mostly holds of all, and a component has one whole.
 */
import { feature, templates } from '../../weights/feature-hash.ts'
import { type Opinion, pairClasses, turned } from './opinions.ts'
import { formPair, type MentionPair, type PairedDocument } from './pairs.ts'

const t = templates(
  ...(['own', 'best', 'elsewhere', 'elsewhereMean'] as const),
  ...([
    'mateLeft',
    'mateRight',
    'otherLeft',
    'otherRight',
    'rankLeft',
    'rankRight',
    'formLeft',
    'formRight',
  ] as const),
)
const sides = [
  { mate: t.mateLeft, other: t.otherLeft, rank: t.rankLeft, form: t.formLeft },
  { mate: t.mateRight, other: t.otherRight, rank: t.rankRight, form: t.formRight },
]

/** The two highest probabilities of a class, their sum and number. */
interface Tally {
  best: Float64Array
  second: Float64Array
  sum: Float64Array
  count: number
}

/**
 * @param opinions of the first pass, one for each pair
 * @returns for each pair its features, as hashes
 */
export function neighbourFeatures(
  { pairs, profiles, groups }: PairedDocument,
  opinions: Opinion[],
): number[][] {
  const byForms = new Map<string, Tally>()
  const byForm = new Map<string, Tally>()
  const bySentence = new Map<number, number[]>()
  pairs.forEach(({ left, right, sentence }, index) => {
    const [a, b] = [profiles[left]!.form, profiles[right]!.form]
    const opinion = opinions[index]!
    tally(byForms, formPair(a, b), opinion, a >= b)
    tally(byForm, a, opinion, false)
    tally(byForm, b, opinion, true)
    const own = bySentence.get(sentence)
    if (own) own.push(index)
    else bySentence.set(sentence, [index])
  })
  return pairs.map((pair, index) => {
    const features: number[] = []
    const opinion = opinions[index]!
    const [a, b] = [profiles[pair.left]!.form, profiles[pair.right]!.form]
    let best = -1
    for (let own = 0; own < pairClasses; own++) {
      if (opinion[own]! >= 0.01) features.push(feature(t.own, own, stepOf(opinion[own]!)))
      if (opinion[own]! > (best < 0 ? 0 : opinion[best]!)) best = own
    }
    if (best >= 0) features.push(feature(t.best, best, stepOf(opinion[best]!)))
    elsewhereFeatures(features, byForms.get(formPair(a, b))!, opinion, a >= b)
    const neighbours = bySentence.get(pair.sentence)!
    sides.forEach((side, end) => {
      sentenceFeatures(features, side, end === 1, index, { pairs, groups, opinions, neighbours })
      const ofForm = byForm.get(end === 0 ? a : b)!
      for (let seen = 0; seen < pairClasses; seen++) {
        const most = withoutOwn(ofForm, seen, opinion[end === 1 ? turned(seen) : seen]!)
        if (most > 0.1) features.push(feature(side.form, seen, stepOf(most)))
      }
    })
    return features
  })
}

function elsewhereFeatures(features: number[], tallied: Tally, opinion: Opinion, isTurned: boolean): void {
  if (tallied.count < 2) return
  for (let own = 0; own < pairClasses; own++) {
    const seen = isTurned ? turned(own) : own
    const most = withoutOwn(tallied, seen, opinion[own]!)
    const mean = (tallied.sum[seen]! - opinion[own]!) / (tallied.count - 1)
    if (most > 0.02) features.push(feature(t.elsewhere, own, stepOf(most)))
    if (mean > 0.02) features.push(feature(t.elsewhereMean, own, stepOf(mean)))
  }
}

interface Surroundings extends Pick<PairedDocument, 'pairs' | 'groups'> {
  opinions: Opinion[]
  /** Indices of the pairs of the sentence. */
  neighbours: number[]
}

/** The pairs of one end with others than the other end: those enumerated with the other end, and the rest. */
function sentenceFeatures(
  features: number[],
  side: (typeof sides)[number],
  fromRight: boolean,
  index: number,
  { pairs, groups, opinions, neighbours }: Surroundings,
): void {
  const pair = pairs[index]!
  const [from, to] = fromRight ? [pair.right, pair.left] : [pair.left, pair.right]
  const own = seenFrom(opinions[index]!, pair, from)
  const mates = new Float64Array(pairClasses)
  const others = [new Float64Array(pairClasses), new Float64Array(pairClasses)]
  const surer = new Int32Array(pairClasses)
  for (const neighbour of neighbours) {
    const { left, right } = pairs[neighbour]!
    if (neighbour === index || (left !== from && right !== from)) continue
    const third = left === from ? right : left
    const isMate = groups[third] === groups[to]
    const seen = seenFrom(opinions[neighbour]!, pairs[neighbour]!, from)
    const highest = isMate ? mates : others[Math.abs(third - from) < Math.abs(to - from) ? 0 : 1]!
    for (let one = 0; one < pairClasses; one++) {
      const probability = seen(one)
      if (probability > highest[one]!) highest[one] = probability
      if (!isMate && probability > own(one)) surer[one]!++
    }
  }
  for (let one = 0; one < pairClasses; one++) {
    if (mates[one]! >= 0.02) features.push(feature(side.mate, one, stepOf(mates[one]!)))
    others.forEach((other, far) => {
      if (other[one]! >= 0.02) features.push(feature(side.other, one, stepOf(other[one]!), far))
    })
    if (own(one) > 0.05) features.push(feature(side.rank, one, Math.min(3, surer[one]!), stepOf(own(one))))
  }
}

/** An opinion as if the mention stood on the left. */
function seenFrom(opinion: Opinion, pair: MentionPair, mention: number): (one: number) => number {
  return pair.left === mention ? (one) => opinion[one]! : (one) => opinion[turned(one)]!
}

function tally(tallies: Map<string, Tally>, key: string, opinion: Opinion, isTurned: boolean): void {
  let own = tallies.get(key)
  if (!own) {
    const zeros = () => new Float64Array(pairClasses)
    own = { best: zeros(), second: zeros(), sum: zeros(), count: 0 }
    tallies.set(key, own)
  }
  own.count++
  for (let one = 0; one < pairClasses; one++) {
    const probability = opinion[isTurned ? turned(one) : one]!
    own.sum[one]! += probability
    if (probability > own.best[one]!) {
      own.second[one] = own.best[one]!
      own.best[one] = probability
    } else if (probability > own.second[one]!) own.second[one] = probability
  }
}

function withoutOwn({ best, second }: Tally, one: number, probability: number): number {
  return best[one] === probability ? second[one]! : best[one]!
}

const steps = [0.01, 0.03, 0.07, 0.15, 0.25, 0.4, 0.55, 0.75, 0.92]

function stepOf(probability: number): number {
  let step = 0
  while (step < steps.length && probability >= steps[step]!) step++
  return step
}
