/** Every pair of entities that some predicate may join, with its features and the places it could be read off. */
import { feature, hashText, templates } from '../weights/feature-hash.ts'
import type { Interpretation } from './interpretation.ts'
import {
  contextFeatures,
  documentFeatures,
  type EntityProfile,
  profiles,
  typeSizes,
} from './pair-features.ts'
import { type Appearance, nearestPassage, type Passage, reach } from './passages.ts'
import type { Place, ReadSentence } from './reading.ts'
import type { Scene } from './scenes.ts'
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

/**
 * @returns candidates in the order of entities; pairs that never stand near each other are none, for want of
 *   evidence that could be shown
 */
export function pairCandidates(interpretation: Interpretation): PairCandidate[] {
  const { reading, guesses, main, scenes } = interpretation
  const all = profiles(reading, guesses, main.method)
  const appearances = appearancesOf(scenes, all.length)
  const rules = ruleFeatures(interpretation)
  const sizes = typeSizes(all)
  const candidates: PairCandidate[] = []
  for (let head = 0; head < all.length; head++) {
    const { type, standing } = all[head]!
    const standIn = standing === 1 && type === 'Method' ? main.method : null
    const silent = standIn === null ? [] : appearances[standIn]!
    for (const tail of neighbours(scenes, appearances[head]!, silent)) {
      const signature: Signature = `${type}>${all[tail]!.type}`
      if (head === tail || !predicatesBySignature[signature]) continue
      const contexts = contextsOf(scenes, appearances[head]!, appearances[tail]!, all)
      const passage =
        contexts.length > 0 ? null : nearestPassage(appearances[head]!, appearances[tail]!, silent, head)
      if (contexts.length === 0 && !passage) continue
      const features = documentFeatures(reading, all, sizes, head, tail)
      const count = Math.min(contexts.length, 4)
      features.push(feature(t.contexts, count), feature(t.contextsMain, count, standing, all[tail]!.role))
      if (passage) {
        const isBefore = passage.head.start < passage.tail.start ? 1 : 2
        features.push(feature(t.passage, passage.last - passage.first, standing, isBefore))
      }
      for (const one of rules.get(head * all.length + tail) ?? []) features.push(one)
      candidates.push({ head, tail, signature, features, contexts, passage })
    }
  }
  return candidates
}

/** The entities that stand near an entity or its silent places, ascending: never all pairs of a long text. */
function neighbours(scenes: readonly Scene[], heads: Appearance[], silent: Appearance[]): number[] {
  const found = new Set<number>()
  for (const { index } of heads) {
    for (let at = Math.max(0, index - reach); at <= index + reach && at < scenes.length; at++) {
      for (const { entity } of scenes[at]!.places) found.add(entity)
    }
  }
  for (const { index } of silent) for (const { entity } of scenes[index]!.places) found.add(entity)
  return [...found].sort((a, b) => a - b)
}

/** What the rules say of each pair, by `head * entities + tail`. */
function ruleFeatures({ reading, matches }: Interpretation): Map<number, number[]> {
  const found = new Map<number, number[]>()
  const tell = (head: number, tail: number, one: number) => {
    const key = head * reading.entities.length + tail
    const own = found.get(key)
    if (own) own.push(one)
    else found.set(key, [one])
  }
  for (const { rule, subject, object, negated } of matches) {
    tell(subject.entity, object.entity, feature(t.rule, hashText(rule), negated ? 1 : 0))
    tell(object.entity, subject.entity, feature(t.ruleBack, hashText(rule), negated ? 1 : 0))
  }
  return found
}

/** For each entity the sentences where it stands, in order. */
function appearancesOf(scenes: readonly Scene[], entities: number): Appearance[][] {
  const found = Array.from({ length: entities }, (): Appearance[] => [])
  scenes.forEach(({ places }, index) => {
    for (const place of places) {
      const own = found[place.entity]!
      const last = own.at(-1)
      if (last?.index === index) last.places.push(place)
      else own.push({ index, places: [place] })
    }
  })
  return found
}

function contextsOf(
  scenes: readonly Scene[],
  heads: Appearance[],
  tails: Appearance[],
  all: EntityProfile[],
): PairContext[] {
  const contexts: PairContext[] = []
  let at = 0
  for (const { index, places } of heads) {
    while (at < tails.length && tails[at]!.index < index) at++
    const nearest = tails[at]?.index === index ? nearestPlaces(places, tails[at]!.places) : null
    if (!nearest) continue
    const [head, tail] = nearest
    const { sentence } = scenes[index]!
    contexts.push({ sentence, head, tail, features: contextFeatures(sentence, head, tail, all) })
  }
  return contexts
}

function nearestPlaces(heads: Place[], tails: Place[]): [Place, Place] | null {
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
