/** What the words of a sentence say of two of its names: between them, around them, and how they are enumerated. */

import { feature, hashText, templates } from '../../weights/feature-hash.ts'
import type { ClusterOf } from './clusters.ts'
import { nameFeatures } from './name-features.ts'
import type { Outline, OutlineWord } from './outline.ts'
import type { DocumentProfile, MentionProfile } from './profiles.ts'

/** Two names of an outline, as indices among its names; `left` stands first. */
export interface NamePair {
  left: number
  right: number
}

const t = templates(
  ...([
    'bias',
    'distance',
    'names',
    'rivals',
    'group',
    'groups',
    'parens',
    'sizes',
    'ends',
    'nearest',
  ] as const),
  ...(['whole', 'first', 'last', 'firstTwo', 'lastTwo', 'between', 'cluster', 'pairs', 'triples'] as const),
  ...(['outer', 'outerFirst', 'outerLast', 'outerPairs', 'skeleton', 'skeletonHead'] as const),
  ...(['left1', 'left2', 'right1', 'right2', 'lefts', 'rights', 'left', 'right', 'opening'] as const),
  ...(['verb', 'verbHead', 'verbBefore', 'lastHead', 'lastShape', 'together'] as const),
)
type Add = (template: number, first?: number, second?: number) => void

const emptyWords = new Set(
  `the a an our its their this that these those very more also both such`.split(' ').map(hashText),
)
const linking =
  /^(?:,|and|or|;|:|\(|\)|for|of|in|on|with|by|to|from|as|than|via|using|into|at|over|under|between|vs|versus|\/|\+|-|is|are|was|were|be|which|that|we|not|but|while)$/
const verbLike =
  /^[a-z-]+(?:s|ed|ing|en)$|^(?:use|apply|train|test|compare|outperform|propose|is|are|was|were|has|have|built|achieve)$/
/** No sentence has these words; they stand for its ends and for nothing between. */
const nothing = { edge: 3, empty: 1 }

/**
 * @param together the number of sentences of the document that have both forms
 * @param clusterOf distributional cluster of a word
 * @returns hashes, each once
 */
export function pairFeatures(
  outline: Outline,
  pair: NamePair,
  profile: DocumentProfile,
  together: number,
  clusterOf: ClusterOf,
): number[] {
  const { words, names } = outline
  const from = names[pair.left]!
  const to = names[pair.right]!
  const left = profile.mentions[words[from]!.mention]!
  const right = profile.mentions[words[to]!.mention]!
  const features = new Set<number>()
  const add: Add = (template, first = 0, second = 0) => features.add(feature(template, first, second))
  add(t.bias)
  add(t.together, Math.min(5, together))
  betweenFeatures(add, words.slice(from + 1, to), clusterOf)
  arrangementFeatures(add, outline, pair, profile)
  enumerationFeatures(add, outline, pair, left, right)
  surroundingFeatures(add, words, from, to)
  nameFeatures(add, left, right, profile)
  return [...features]
}

function betweenFeatures(add: Add, all: OutlineWord[], clusterOf: ClusterOf): void {
  const words = all.filter(({ hash }) => !emptyWords.has(hash)).slice(0, 25)
  const at = (index: number) => words.at(index)?.hash ?? nothing.empty
  if (words.length <= 6) add(t.whole, hashOf(words))
  add(t.first, at(0))
  add(t.last, at(-1))
  add(t.firstTwo, at(0), at(1))
  add(t.lastTwo, at(-1), at(-2))
  for (const { hash, text, mention } of words) {
    add(t.between, hash)
    const cluster = mention < 0 ? clusterOf(text) : undefined
    if (cluster !== undefined) add(t.cluster, cluster)
  }
  for (let index = 0; index + 1 < words.length && index < 14; index++) {
    add(t.pairs, words[index]!.hash, words[index + 1]!.hash)
    if (index + 2 < words.length && index < 10)
      add(t.triples, feature(t.triples, words[index]!.hash, words[index + 1]!.hash), words[index + 2]!.hash)
  }
}

/** How far apart, with how many names between, in which order and in what brackets. */
function arrangementFeatures(
  add: Add,
  { words, names }: Outline,
  pair: NamePair,
  { mentions }: DocumentProfile,
): void {
  const from = names[pair.left]!
  const to = names[pair.right]!
  const masks = [words[from]!.text, words[to]!.text]
  const between = names.slice(pair.left + 1, pair.right).map((at) => words[at]!.text)
  add(t.distance, distanceCode(to - from - 1))
  add(t.names, Math.min(between.length, 5))
  add(t.rivals, Math.min(between.filter((mask) => masks.includes(mask)).length, 4))
  add(t.nearest, between.includes(masks[1]!) ? 0 : 1, between.includes(masks[0]!) ? 0 : 1)
  const [lefts, rights] = masks.map((mask) => names.filter((at) => words[at]!.text === mask).length)
  add(t.sizes, Math.min(4, lefts!), Math.min(4, rights!))
  add(t.ends, pair.left === 0 ? 1 : 0, pair.right === names.length - 1 ? 1 : 0)
  const opened = words[from - 1]?.text === '(' ? 1 : 0
  const closed = words[to + 1]?.text === ')' ? 1 : 0
  const directly = to === from + 2 && words[from + 1]!.text === '(' ? 1 : 0
  add(t.parens, opened * 4 + closed * 2 + directly, mentions[words[to]!.mention]!.shape)
}

/** What stands between and around the enumerations of the two: in "A, B and C on D" all three are as near to D. */
function enumerationFeatures(
  add: Add,
  { words, names, groups }: Outline,
  { left, right }: NamePair,
  leftProfile: MentionProfile,
  rightProfile: MentionProfile,
): void {
  const [leftGroup, rightGroup] = [groups[left]!, groups[right]!]
  const same = leftGroup === rightGroup ? 1 : 0
  const sizeOf = (group: number) => Math.min(3, groups.lastIndexOf(group) - groups.indexOf(group) + 1)
  add(t.group, same, right - left)
  add(t.groups, sizeOf(leftGroup), sizeOf(rightGroup))
  const from = same ? names[left]! : names[groups.lastIndexOf(leftGroup)]!
  const to = same ? names[right]! : names[groups.indexOf(rightGroup)]!
  const outer = words.slice(from + 1, to).filter(({ hash }) => !emptyWords.has(hash))
  const last = outer.at(-1)?.hash ?? nothing.empty
  if (outer.length <= 6) add(t.outer, hashOf(outer), same)
  add(t.outerFirst, outer[0]?.hash ?? nothing.empty, same)
  add(t.outerLast, last, same)
  add(t.lastHead, last, leftProfile.headCluster)
  add(t.lastShape, last, leftProfile.shape * 8 + rightProfile.shape)
  for (let index = 0; same === 0 && index + 1 < outer.length && index < 12; index++)
    add(t.outerPairs, outer[index]!.hash, outer[index + 1]!.hash)
  const skeleton = hashOf(outer.filter(({ mention, text }) => mention >= 0 || linking.test(text)))
  add(t.skeleton, skeleton)
  add(t.skeletonHead, skeleton, rightProfile.headCluster)
  const verbs = outer.filter(({ mention, text }) => mention < 0 && verbLike.test(text))
  const verb = verbs[0]?.hash ?? nothing.empty
  add(t.verb, verb, verbs.length > 1 ? 1 : 0)
  add(t.verbHead, verb, rightProfile.headCluster)
  const before = names[groups.indexOf(leftGroup)]!
  const after = names[groups.lastIndexOf(rightGroup)]!
  add(t.left1, hashAt(words, before - 1))
  add(t.left2, hashAt(words, before - 2), hashAt(words, before - 1))
  add(t.right1, hashAt(words, after + 1))
  add(t.right2, hashAt(words, after + 1), hashAt(words, after + 2))
}

function surroundingFeatures(add: Add, words: OutlineWord[], from: number, to: number): void {
  add(t.lefts, hashAt(words, from - 1), hashAt(words, to - 1))
  add(t.rights, hashAt(words, from + 1), hashAt(words, to + 1))
  for (let offset = 1; offset <= 4; offset++) add(t.left, hashAt(words, from - offset))
  for (let offset = 1; offset <= 3; offset++) add(t.right, hashAt(words, to + offset))
  for (let at = 0; at < 3; at++) add(t.opening, hashAt(words, at))
  const before = words.slice(Math.max(0, from - 11), from)
  const verb = before.findLast(({ mention, text }) => mention < 0 && verbLike.test(text))
  add(t.verbBefore, verb?.hash ?? nothing.empty)
}

function hashOf(words: OutlineWord[]): number {
  return words.reduce((hash, word) => feature(t.whole, hash, word.hash), 0)
}

function hashAt(words: OutlineWord[], at: number): number {
  return words[at]?.hash ?? nothing.edge
}

function distanceCode(distance: number): number {
  return distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 20 ? 6 : 7
}
