/** Every pair of entities that some predicate may join, with its features and the places it could be read off. */
import { feature, hashText, templates } from './feature-hash.ts'
import type { Interpretation } from './interpretation.ts'
import { contextFeatures, documentFeatures, profiles } from './pair-features.ts'
import { nearestPassage, type Passage } from './passages.ts'
import type { Place, ReadSentence } from './reading.ts'
import { predicatesBySignature, type Signature } from './signatures.ts'

export interface PairContext {
  sentence: ReadSentence
  head: Place
  tail: Place
  features: number[]
}

export interface PairCandidate {
  head: number
  tail: number
  signature: Signature
  /** Features of the pair apart from its contexts. */
  features: number[]
  /** The places, one for each sentence that has both ends; none where no sentence does. */
  contexts: PairContext[]
  /** Where no sentence has both: where they stand nearest. */
  passage: Passage | null
}

const t = templates('rule', 'ruleBack', 'contexts', 'contextsMain', 'passage')
/** A phrase such as "our method" is taken only where no name stands about as near. */
const implicitPenalty = 15

/** @returns candidates in the order of entities */
export function pairCandidates(interpretation: Interpretation): PairCandidate[] {
  const { reading, guesses, main, scenes, matches } = interpretation
  const all = profiles(reading, guesses, main.method)
  const placesOf = scenes.map(({ places }) => byEntity(places))
  const rulesOf = new Map<number, number[]>()
  const tell = (head: number, tail: number, one: number) => {
    const key = head * all.length + tail
    const own = rulesOf.get(key)
    if (own) own.push(one)
    else rulesOf.set(key, [one])
  }
  for (const { rule, subject, object, negated } of matches) {
    tell(subject.entity, object.entity, feature(t.rule, hashText(rule), negated ? 1 : 0))
    tell(object.entity, subject.entity, feature(t.ruleBack, hashText(rule), negated ? 1 : 0))
  }
  const candidates: PairCandidate[] = []
  for (let head = 0; head < all.length; head++) {
    for (let tail = 0; tail < all.length; tail++) {
      const signature: Signature = `${all[head]!.type}>${all[tail]!.type}`
      if (head === tail || !predicatesBySignature[signature]) continue
      const contexts: PairContext[] = []
      scenes.forEach(({ sentence }, index) => {
        const nearest = nearestPlaces(placesOf[index]!.get(head), placesOf[index]!.get(tail))
        if (!nearest) return
        const [headPlace, tailPlace] = nearest
        const features = contextFeatures(sentence, headPlace, tailPlace, all)
        contexts.push({ sentence, head: headPlace, tail: tailPlace, features })
      })
      const features = documentFeatures(reading, all, head, tail)
      const standIn = all[head]!.standing === 1 && all[head]!.type === 'Method' ? main.method : null
      const passage = contexts.length === 0 ? nearestPassage(placesOf, head, tail, standIn) : null
      const count = Math.min(contexts.length, 4)
      features.push(
        feature(t.contexts, count),
        feature(t.contextsMain, count, all[head]!.standing, all[tail]!.role),
      )
      if (passage) {
        const isBefore = passage.head.start < passage.tail.start ? 1 : 2
        features.push(feature(t.passage, passage.last - passage.first, all[head]!.standing, isBefore))
      }
      for (const one of rulesOf.get(head * all.length + tail) ?? []) features.push(one)
      candidates.push({ head, tail, signature, features, contexts, passage })
    }
  }
  return candidates
}

function byEntity(places: Place[]): Map<number, Place[]> {
  const found = new Map<number, Place[]>()
  for (const place of places) {
    const own = found.get(place.entity)
    if (own) own.push(place)
    else found.set(place.entity, [place])
  }
  return found
}

function nearestPlaces(heads: Place[] | undefined, tails: Place[] | undefined): [Place, Place] | null {
  if (!heads || !tails) return null
  let best: [Place, Place] | null = null
  let shortest = Number.POSITIVE_INFINITY
  for (const head of heads) {
    for (const tail of tails) {
      const gap = Math.max(head.start, tail.start) - Math.min(head.end, tail.end)
      const distance = gap + (head.implicit || tail.implicit ? implicitPenalty : 0)
      if (gap < 0 || distance >= shortest) continue
      shortest = distance
      best = [head, tail]
    }
  }
  return best
}
