/** What two names say of how they are related: "ResNet-50" and "ResNet", "CNN" and what it is short for. */
import { templates } from '../../weights/feature-hash.ts'
import type { DocumentProfile, MentionProfile } from './profiles.ts'

const t = templates(
  ...(['headLeft', 'headRight', 'heads', 'clusterLeft', 'clusterRight', 'clusters'] as const),
  ...([
    'headCluster',
    'clusterHead',
    'endingLeft',
    'endingRight',
    'nameLeft',
    'nameRight',
    'nameBoth',
  ] as const),
  ...(['firstLeft', 'firstRight', 'shapes', 'lengths', 'same', 'contains', 'share'] as const),
  ...(['initials', 'acronym', 'counts', 'chief', 'presented'] as const),
)

export function nameFeatures(
  add: (template: number, first?: number, second?: number) => void,
  left: MentionProfile,
  right: MentionProfile,
  { acronyms }: DocumentProfile,
): void {
  add(t.headLeft, left.headWord)
  add(t.headRight, right.headWord)
  add(t.heads, left.headWord, right.headWord)
  add(t.clusterLeft, left.headCluster)
  add(t.clusterRight, right.headCluster)
  add(t.clusters, left.headCluster, right.headCluster)
  add(t.headCluster, left.headWord, right.headCluster)
  add(t.clusterHead, left.headCluster, right.headWord)
  add(t.endingLeft, left.ending)
  add(t.endingRight, right.ending)
  add(t.nameLeft, left.nameHash)
  add(t.nameRight, right.nameHash)
  add(t.nameBoth, left.nameHash, right.nameHash)
  add(t.firstLeft, left.firstWord)
  add(t.firstRight, right.firstWord)
  add(t.shapes, left.shape, right.shape)
  add(t.lengths, Math.min(4, left.words.length), Math.min(4, right.words.length))
  add(t.counts, left.count, right.count)
  add(t.chief, left.isChief, right.isChief)
  add(t.presented, left.isPresented, right.isPresented)
  const inside = contains(left.words, right.words) ? 1 : contains(right.words, left.words) ? 2 : 0
  if (left.form === right.form) add(t.same)
  else if (inside > 0) add(t.contains, inside)
  else if (left.words.some((word) => word.length > 2 && right.words.includes(word))) add(t.share)
  if (left.initials === right.form) add(t.initials, 1)
  if (right.initials === left.form) add(t.initials, 2)
  if (acronyms.has(`${right.form}\n${left.form}`)) add(t.acronym, 1)
  if (acronyms.has(`${left.form}\n${right.form}`)) add(t.acronym, 2)
}

function contains(long: string[], short: string[]): boolean {
  const isPart = ` ${long.join(' ')} `.includes(` ${short.join(' ')} `)
  return isPart && short.length > 0 && long.length > short.length
}
