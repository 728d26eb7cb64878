/** What tells whether two entities of one document are the same: their forms, where they stand, what is between them. */
import { conceptTypes } from '../../shared/schema.ts'
import type { EntityDocument } from '../documents.ts'
import { renownOf } from '../entities/known-names.ts'
import { feature, hashText, templates } from '../weights/feature-hash.ts'
import { formFeatures } from './form-features.ts'
import { mayBeSame, type Nearest, nearestOf } from './may-be-same.ts'
import { type PlacedEntity, type PlacedMention, placeEntities } from './placed-entities.ts'
import { wordPlaces, wordRelation } from './word-relation.ts'

export interface EntityPair {
  /** Indices of entities; the one that comes first in the document, then the other. */
  first: number
  second: number
  features: number[]
}

/**
 * The pairs of entities of one type, metrics aside, that may be the same; most share no word, no stem and no letters,
 * and are not.
 */
export function entityPairs(document: EntityDocument): EntityPair[] {
  const entities = placeEntities(document)
  const rivals = conceptTypes.map((_, type) => entities.filter((one) => one.type === type).length)
  const pairs: EntityPair[] = []
  for (let first = 0; first < entities.length; first++) {
    for (let second = first + 1; second < entities.length; second++) {
      const [one, other] = [entities[first]!, entities[second]!]
      const nearest = nearestOf(one, other)
      if (!mayBeSame(one, other, nearest)) continue
      const features = [
        ...nameFeatures(one, other),
        ...contextFeatures(one.type, nearest),
        ...standingFeatures(one, other, rivals[one.type]!),
        ...lengthFeatures(one, other),
      ]
      pairs.push({ first, second, features })
    }
  }
  return pairs
}

const t = templates(
  'type',
  'renown',
  'renown words',
  'title',
  'announced',
  'title announced',
  'shapes title',
  'counts',
  'rivals',
  'together',
  'apart',
  'distance',
  'between',
  'between word',
  'bracket',
  'before',
  'longer first',
  'longer title',
  'lengths',
  'numbered',
  'holders',
  'holders together',
  'before shorter',
)

function nameFeatures(one: PlacedEntity, other: PlacedEntity): number[] {
  const [known, also] = [renownOf(one.name), renownOf(other.name)]
  const isListed = [Number(known.list > 0), Number(also.list > 0)] as const
  const features = [
    feature(t.renown, isListed[0] + isListed[1], Math.min(2, known.unknown + also.unknown)),
    feature(
      t['renown words'],
      isListed[0] * 2 + isListed[1],
      Math.min(8, known.rarest),
      Math.min(8, also.rarest),
    ),
  ]
  for (const left of one.forms)
    for (const right of other.forms) features.push(...formFeatures(left, right, one.type))
  return features
}

/** What stands between the nearest mentions in one sentence. */
function contextFeatures(type: number, nearest: Nearest | null): number[] {
  if (!nearest) return [feature(t.apart, type)]
  const { gap, between, after, isFirstAhead } = nearest
  const features = [feature(t.distance, Math.min(8, gap), Number(isFirstAhead))]
  const closes = Number(after === ')')
  if (gap <= 5) features.push(feature(t.between, hashText(between.join(' ')), closes))
  if (between[0] === '(') features.push(feature(t.bracket, closes, Number(isFirstAhead), type))
  if (gap <= 10)
    for (const word of new Set(between)) features.push(feature(t['between word'], hashText(word)))
  return features
}

/** Where and how often both stand, and beside how many others. */
function standingFeatures(one: PlacedEntity, other: PlacedEntity, rivals: number): number[] {
  const [inTitle, alsoInTitle] = [Number(one.isInTitle), Number(other.isInTitle)]
  const [announced, alsoAnnounced] = [Number(one.isAnnounced), Number(other.isAnnounced)]
  const shapes = one.forms[0]!.shape * 4 + other.forms[0]!.shape
  const sentences = new Set(one.mentions.map(({ sentence }) => sentence))
  const shared = new Set(other.mentions.map(({ sentence }) => sentence).filter((at) => sentences.has(at)))
    .size
  const counts = [Math.min(3, one.mentions.length), Math.min(3, other.mentions.length)] as const
  const features = [
    feature(t.type, one.type),
    feature(t.title, inTitle, alsoInTitle, one.type),
    feature(t.announced, announced, alsoAnnounced, one.type),
    feature(t['title announced'], inTitle, alsoAnnounced, shapes),
    feature(t['shapes title'], shapes, inTitle * 2 + alsoInTitle),
    feature(t.counts, ...counts),
    feature(t.rivals, Math.min(6, rivals), one.type),
    feature(t.together, Math.min(2, shared), ...counts),
  ]
  for (const [side, { mentions }] of [one, other].entries())
    for (const word of new Set(mentions.map(wordBefore)))
      features.push(feature(t.before, hashText(word), side))
  return features
}

/** Where one name has all words of the other: which comes first, and whether others have them too. */
function lengthFeatures(one: PlacedEntity, other: PlacedEntity): number[] {
  const relation = wordRelation(one.forms[0]!.words, other.forms[0]!.words)
  const { place, extra, lacking } = relation
  if (lacking.length > 0) return []
  const [shorter, longer] = relation.isFirstShorter ? [one, other] : [other, one]
  const isTogether = Number(
    shorter.mentions.some(({ sentence }) => longer.mentions.some((mention) => mention.sentence === sentence)),
  )
  const isLongerFirst = Number(longer.mentions[0]!.start < shorter.mentions[0]!.start)
  const order = isLongerFirst * 2 + isTogether
  const titles = Number(longer.isInTitle) * 2 + Number(shorter.isInTitle)
  const counts = Math.min(3, shorter.mentions.length) * 4 + Math.min(3, longer.mentions.length)
  const isNumbered = Number(extra.every((word) => /\d|^[ivx]+$/.test(word)))
  const holders = Math.min(3, shorter.holders)
  const features = [
    feature(t['longer first'], place, order, one.type),
    feature(t['longer title'], place, titles, order),
    feature(t.lengths, place, Math.min(3, extra.length), counts),
    feature(t.numbered, isNumbered, place, one.type),
    feature(t.holders, holders, place, one.type),
    feature(t['holders together'], holders, order),
  ]
  const shown = shorter.mentions.slice(0, 2)
  for (const mention of shown)
    features.push(
      feature(t['before shorter'], hashText(wordBefore(mention)), isLongerFirst * wordPlaces.length + place),
    )
  return features
}

function wordBefore({ words, first }: PlacedMention): string {
  return words[first - 1] ?? ''
}
