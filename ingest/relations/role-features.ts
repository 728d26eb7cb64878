/** What the role of an entity is read off: where it stands, what stands around it, what it looks like. */
import { conceptTypes } from '../../shared/schema.ts'
import { renownOf } from '../entities/known-names.ts'
import { feature, templates } from '../weights/feature-hash.ts'
import { wordsOfName } from './name-words.ts'
import type { Place, Reading, ReadSentence } from './reading.ts'
import { indexAt } from './reading.ts'
import { type SentenceKind, sentenceKindNames } from './sentence-kinds.ts'
import { titleFeatures } from './title-features.ts'
import { verbAfter, verbBefore } from './verbs.ts'

const t = templates(
  ...([
    'bias',
    'type',
    'head',
    'wordCount',
    'firstWord',
    'name',
    'mixed',
    'capital',
    'lower',
    'digit',
  ] as const),
  ...([
    'hyphen',
    'acronym',
    'capitalAlias',
    'aliases',
    'kind',
    'kinds',
    'mentions',
    'sentences',
    'first',
  ] as const),
  ...([
    'last',
    'at',
    'titleOnly',
    'presented',
    'otherPresented',
    'left1',
    'right1',
    'left2',
    'right2',
  ] as const),
  ...([
    'left',
    'right',
    'kindLeft',
    'verb',
    'verbGap',
    'verbSubject',
    'presenting',
    'presentDistance',
  ] as const),
  ...([
    'nextVerb',
    'nextVerbAt',
    'confidence',
    'rarest',
    'rarestOf',
    'list',
    'unknown',
    'lastFrequency',
    'aliasList',
    'aliasRarest',
    'subject',
    'subjectKind',
    'firstContext',
    'firstInAbstract',
  ] as const),
)

const kindCode = Object.fromEntries(sentenceKindNames.map((kind, index) => [kind, index])) as Record<
  SentenceKind,
  number
>

/** @returns for each entity its features; the same feature may stand more than once */
export function roleFeatures(reading: Reading): number[][] {
  const features = reading.entities.map(shapeFeatures)
  const seen = reading.entities.map((): ReadSentence[] => [])
  const counts = reading.entities.map(() => 0)
  const presented = new Set<number>()
  for (const sentence of reading.sentences) {
    sentence.places.forEach((place, order) => {
      const own = features[place.entity]!
      const before = seen[place.entity]!
      const isFirst = before.length === 0
      const isFirstInAbstract = sentence.kind !== 'title' && before.every(({ kind }) => kind === 'title')
      if (before.at(-1) !== sentence) before.push(sentence)
      counts[place.entity]!++
      const context: number[] = []
      if (sentence.kind === 'title') titleFeatures(sentence, place, order, context)
      else if (contextFeatures(sentence, place, context)) presented.add(place.entity)
      for (const one of context) own.push(one)
      if (isFirst) for (const one of context) own.push(feature(t.firstContext, one))
      if (isFirstInAbstract) for (const one of context) own.push(feature(t.firstInAbstract, one))
    })
  }
  const firstPresented = [...presented].reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)
  return reading.entities.map((entity, index) => {
    const own = features[index]!
    addDistribution(own, seen[index]!, counts[index]!, reading.sentences.length)
    if (presented.has(index)) own.push(feature(t.presented, firstPresented === index ? 1 : 2))
    else if (presented.size > 0) own.push(t.otherPresented)
    const type = 1 + conceptTypes.indexOf(entity.type)
    const all = [t.bias, feature(t.type, type)]
    for (const one of own) all.push(one, feature(t.type, one, type))
    return all
  })
}

/** In which sentences it is named, and how often. */
function addDistribution(own: number[], sentences: ReadSentence[], count: number, total: number): void {
  let kinds = 0
  for (const { kind } of sentences) kinds |= 1 << kindCode[kind]
  for (let kind = 0; kind < sentenceKindNames.length; kind++)
    if (kinds & (1 << kind)) own.push(feature(t.kind, kind))
  own.push(feature(t.kinds, kinds))
  own.push(feature(t.mentions, Math.min(count, 6)), feature(t.sentences, Math.min(sentences.length, 5)))
  const inAbstract = sentences.filter(({ kind }) => kind !== 'title')
  const [first] = inAbstract
  if (!first) {
    own.push(t.titleOnly)
    return
  }
  own.push(feature(t.first, kindCode[first.kind]), feature(t.last, kindCode[inAbstract.at(-1)!.kind]))
  own.push(feature(t.at, Math.floor((first.index / total) * 5)))
}

function shapeFeatures({ name, aliases, acronyms, confidence }: Reading['entities'][number]): number[] {
  const { words, first, head, name: whole } = wordsOfName(name)
  const features = [
    feature(t.head, head),
    feature(t.wordCount, Math.min(words.length, 5)),
    feature(t.firstWord, first),
    feature(t.aliases, Math.min(aliases.length, 3)),
    feature(t.name, whole),
    feature(t.confidence, Math.floor(confidence * 12)),
  ]
  addRenown(features, name, aliases)
  if (/[a-z][A-Z]|[A-Z]{2}/.test(name)) features.push(t.mixed)
  if (/^[A-Z]/.test(name)) features.push(t.capital)
  if (!/[A-Z]/.test(name)) features.push(t.lower)
  if (/\d/.test(name)) features.push(t.digit)
  if (name.includes('-')) features.push(t.hyphen)
  if (acronyms.length > 0) features.push(t.acronym)
  if (aliases.some((alias) => /[A-Z].*[A-Z]/.test(alias))) features.push(t.capitalAlias)
  return features
}

function addRenown(features: number[], name: string, aliases: string[]): void {
  const { rarest, words, list, unknown, last } = renownOf(name)
  features.push(feature(t.rarest, rarest), feature(t.rarestOf, rarest, Math.min(words, 4)))
  features.push(
    feature(t.list, list),
    feature(t.unknown, Math.min(unknown, 3)),
    feature(t.lastFrequency, last),
  )
  for (const alias of aliases) {
    const other = renownOf(alias)
    features.push(feature(t.aliasList, other.list), feature(t.aliasRarest, other.rarest))
  }
}

/** @returns whether the sentence presents the entity: "we propose X" */
function contextFeatures(sentence: ReadSentence, place: Place, features: number[]): boolean {
  const { words } = sentence
  const at = indexAt(words, place.start)
  const word = (offset: number) => words[at + offset]?.hash ?? (offset < 0 ? 1 : 2)
  features.push(feature(t.left1, word(-1)), feature(t.right1, word(1)))
  features.push(feature(t.left2, word(-2), word(-1)), feature(t.right2, word(1), word(2)))
  for (let offset = 1; offset <= 4; offset++) features.push(feature(t.left, word(-offset)))
  for (let offset = 1; offset <= 3; offset++) features.push(feature(t.right, word(offset)))
  features.push(feature(t.kindLeft, kindCode[sentence.kind], word(-1)))
  if (at === 0 || (at === 1 && /^(?:the|our|this)$/.test(words[0]!.text))) {
    features.push(t.subject, feature(t.subjectKind, kindCode[sentence.kind]))
  }
  const after = verbAfter(words, at)
  if (after)
    features.push(
      feature(t.nextVerb, after.stem),
      feature(t.nextVerbAt, after.stem, after.distance === 1 ? 1 : 2),
    )
  const before = verbBefore(words, at)
  if (!before) return false
  const { stem, names, distance, subject, presents } = before
  features.push(feature(t.verb, stem), feature(t.verbGap, stem, Math.min(names, 3)))
  features.push(feature(t.verbSubject, stem, subject, Math.min(names, 1)))
  if (!presents) return false
  features.push(feature(t.presentDistance, Math.min(Math.floor(distance / 3), 4), Math.min(names, 2)))
  if (names > 0 || subject === 0) return false
  features.push(feature(t.presenting, subject))
  return true
}
