/** What decides whether two entities of a paper are related: their roles, their names, the words between them. */
import { type ConceptType, roles } from '../../shared/schema.ts'
import { feature, hashText, templates } from '../weights/feature-hash.ts'
import { wordsOfName } from './name-words.ts'
import { indexAt, type Place, type Reading, type ReadSentence, type Word } from './reading.ts'
import type { RoleGuess } from './roles.ts'
import { sentenceKindNames } from './sentence-kinds.ts'

export interface EntityProfile {
  type: ConceptType
  role: number
  isMain: boolean
  /** 2: the main introduced one, 1: introduced, 0: neither. */
  standing: number
  headWord: number
  words: string[]
  nameHash: number
  /** Steps of the probabilities that it is introduced, and that it is no entity at all. */
  introduced: number
  spurious: number
  inTitle: number
  count: number
  /** The first sentence outside of the title that names it. */
  first: number
}

const t = templates(
  ...([
    'bias',
    'roles',
    'main',
    'mainRole',
    'title',
    'titleMain',
    'headWord',
    'tailWord',
    'headMain',
  ] as const),
  ...([
    'tailMain',
    'order',
    'counts',
    'tailCount',
    'rivals',
    'rivalsMain',
    'tailFirst',
    'gap',
    'tailFirstWord',
  ] as const),
  ...([
    'tailName',
    'headName',
    'tailEndsHead',
    'headEndsTail',
    'share',
    'sameHead',
    'distance',
    'names',
  ] as const),
  ...(['same', 'kind', 'kindMain', 'silent', 'pairs', 'all', 'firstTwo', 'lastTwo', 'firstWord'] as const),
  ...([
    'lastWord',
    'lastMain',
    'firstLast',
    'left1',
    'left2',
    'right1',
    'titleEnd',
    'firstKinds',
    'headSpurious',
    'tailSpurious',
    'spurious',
    'introduced',
  ] as const),
)
/** The templates by which the cue of a claim is found again. */
export const cueTemplates = templates('between', 'left', 'right')
const kindCode: Record<string, number> = Object.fromEntries(
  sentenceKindNames.map((kind, index) => [kind, index]),
)
const emptyWords = new Set(
  [
    'the',
    'a',
    'an',
    'our',
    'its',
    'their',
    'this',
    'that',
    'these',
    'those',
    'very',
    'more',
    'also',
    'both',
    'such',
  ].map(hashText),
)

export function profiles(reading: Reading, guesses: RoleGuess[], main: number | null): EntityProfile[] {
  const all = reading.entities.map((entity, index): EntityProfile => {
    const { words, head, name } = wordsOfName(entity.name)
    const role = roles.indexOf(guesses[index]!.role)
    const isMain = index === main
    return {
      type: entity.type,
      role,
      isMain,
      words,
      standing: isMain ? 2 : role === 0 ? 1 : 0,
      headWord: head,
      nameHash: name,
      introduced: Math.floor(guesses[index]!.introduced * 6),
      spurious: Math.floor(guesses[index]!.spurious * 8),
      inTitle: 0,
      count: 0,
      first: -1,
    }
  })
  for (const sentence of reading.sentences) {
    for (const { entity } of sentence.places) {
      const profile = all[entity]!
      profile.count++
      if (sentence.kind === 'title') profile.inTitle = 1
      else if (profile.first < 0) profile.first = sentence.index
    }
  }
  return all
}

/** How many entities there are of each type. */
export function typeSizes(all: EntityProfile[]): Record<ConceptType, number> {
  const sizes = { Method: 0, Dataset: 0, Task: 0, Metric: 0 }
  for (const { type } of all) sizes[type]++
  return sizes
}

/** Features of the pair that no single sentence shows. */
export function documentFeatures(
  reading: Reading,
  all: EntityProfile[],
  sizes: Record<ConceptType, number>,
  head: number,
  tail: number,
): number[] {
  const h = all[head]!
  const l = all[tail]!
  const rivals = Math.min(sizes[l.type], 6)
  const main = h.standing * 3 + l.standing
  const inTitle = h.inTitle * 2 + l.inTitle
  const firstKind = l.first < 0 ? 9 : kindCode[reading.sentences[l.first]!.kind]!
  const headKind = h.first < 0 ? 9 : kindCode[reading.sentences[h.first]!.kind]!
  const features = [
    t.bias,
    feature(t.roles, h.role, l.role),
    feature(t.main, main),
    feature(t.mainRole, main, l.role),
    feature(t.title, inTitle),
    feature(t.titleMain, inTitle, main),
    feature(t.headWord, h.headWord),
    feature(t.tailWord, l.headWord),
    feature(t.headMain, h.headWord, main),
    feature(t.tailMain, l.headWord, main),
    feature(t.order, Math.sign(h.first - l.first)),
    feature(t.counts, Math.min(h.count, 3), Math.min(l.count, 3)),
    feature(t.tailCount, Math.min(l.count, 4), main),
    feature(t.rivals, rivals),
    feature(t.rivalsMain, rivals, main),
    feature(t.tailFirst, firstKind, main),
    feature(t.firstKinds, headKind, firstKind, main),
    feature(t.gap, Math.min(Math.abs(h.first - l.first), 4)),
    feature(t.tailFirstWord, hashText(l.words[0]!)),
    feature(t.tailName, l.nameHash),
    feature(t.headName, h.nameHash),
    feature(t.headSpurious, h.spurious),
    feature(t.tailSpurious, l.spurious),
    feature(t.spurious, Math.max(h.spurious, l.spurious), main),
    feature(t.introduced, h.introduced, l.introduced),
  ]
  if (h.words.length > l.words.length && endsWith(h.words, l.words)) features.push(t.tailEndsHead)
  else if (l.words.length > h.words.length && endsWith(l.words, h.words)) features.push(t.headEndsTail)
  else if (h.words.some((word) => word.length > 3 && l.words.includes(word)))
    features.push(feature(t.share, main))
  if (h.headWord === l.headWord) features.push(t.sameHead)
  return features
}

function endsWith(words: string[], ending: string[]): boolean {
  return ending.every((word, index) => word === words[words.length - ending.length + index])
}

/** 1 where the head stands before the tail, else 2. */
export function orderOf(head: Place, tail: Place): number {
  return head.start < tail.start ? 1 : 2
}

/** Features of two places in one sentence. */
export function contextFeatures(
  sentence: ReadSentence,
  head: Place,
  tail: Place,
  all: EntityProfile[],
): number[] {
  const order = orderOf(head, tail)
  const [left, right] = order === 1 ? [head, tail] : [tail, head]
  const { words } = sentence
  const from = indexAt(words, left.end)
  const to = indexAt(words, right.start)
  const before = indexAt(words, left.start)
  const after = indexAt(words, right.end)
  const silent = head.implicit ? 1 : tail.implicit ? 2 : 0
  const main = all[head.entity]!.standing * 3 + all[tail.entity]!.standing
  const kind = kindCode[sentence.kind]!
  const tailMask = words[indexAt(words, tail.start)]?.hash
  const between: number[] = []
  let names = 0
  let same = 0
  let whole = 0
  for (let at = from; at < to && between.length < 25; at++) {
    const word = words[at]!
    if (word.isName) {
      names++
      if (word.hash === tailMask) same++
    }
    if (emptyWords.has(word.hash)) continue
    between.push(word.hash)
    whole = feature(t.all, whole, word.hash)
  }
  const [first = 1] = between
  const last = between.at(-1) ?? 2
  const features = [
    feature(t.distance, order, distanceCode(to - from)),
    feature(t.names, order, Math.min(names, 4)),
    feature(t.same, order, Math.min(same, 3)),
    feature(t.kind, order, kind),
    feature(t.kindMain, order * 8 + kind, silent, main),
    feature(t.silent, order, silent),
    feature(t.firstWord, order, first),
    feature(t.lastWord, order, last),
    feature(t.firstTwo, order, first, between[1] ?? 0),
    feature(t.lastTwo, order, last, between.at(-2) ?? 0),
    feature(t.lastMain, order, last, main),
    feature(t.firstLast, order, first, last),
    feature(t.left1, order, hashAt(words, before - 1)),
    feature(t.left2, order, hashAt(words, before - 2), hashAt(words, before - 1)),
    feature(t.right1, order, hashAt(words, after)),
  ]
  if (between.length <= 6) features.push(feature(t.all, order, whole))
  for (const word of between) features.push(feature(cueTemplates.between, order, word))
  for (let at = 0; at + 1 < between.length && at < 12; at++) {
    features.push(feature(t.pairs, order, between[at], between[at + 1]))
  }
  for (let offset = 1; offset <= 3; offset++) {
    features.push(feature(cueTemplates.left, order, hashAt(words, before - offset)))
  }
  for (let offset = 0; offset < 2; offset++) {
    features.push(feature(cueTemplates.right, order, hashAt(words, after + offset)))
  }
  if (sentence.kind === 'title') features.push(feature(t.titleEnd, order, hashAt(words, after)))
  return features
}

function distanceCode(distance: number): number {
  return distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : 6
}

function hashAt(words: readonly Word[], at: number): number {
  return words[at]?.hash ?? 3
}
