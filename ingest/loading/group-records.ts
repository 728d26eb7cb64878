/** Which records are one paper. */
import type { RecordKeys } from './record-keys.ts'

/** What a group of records states. */
interface Profile {
  group: number
  titles: Set<string>
  abstracts: Set<string>
  years: Set<number>
  authors: Set<string>
}

/**
 * Parts records into papers. A pure function of the set: the order of the records changes nothing.
 *
 * Records are one paper where they share a DOI, arXiv or ACL identifier, or are the same text under the same given
 * id of one file. Of what this leaves apart, groups of equal normalised title (or, where one side has no title, of
 * equal abstract) are joined where the abstract, the year or the first author is equal as well, and nothing that
 * both sides state differs. Where a group could go either way (it states no year, and there are two such papers of
 * different years) it stays on its own: two groups are joined only if every third group that contradicts one
 * contradicts the other. This makes joining an equivalence relation, and no joined group contradicts itself.
 *
 * @returns the records of each paper; groups and their members in the order of the records
 */
export function groupRecords(records: RecordKeys[]): RecordKeys[][] {
  const sets = disjointSets(records.length)
  const firstWith = new Map<string, number>()
  for (const [index, record] of records.entries()) {
    for (const key of certainKeys(record)) {
      const first = firstWith.get(key)
      if (first === undefined) firstWith.set(key, index)
      else sets.join(first, index)
    }
  }
  const profiles = new Map<number, Profile>()
  for (const [index, record] of records.entries()) {
    const group = sets.find(index)
    const profile = profiles.get(group) ?? emptyProfile(group)
    profiles.set(group, profile)
    if (record.title !== null) profile.titles.add(record.title)
    if (record.abstract !== null) profile.abstracts.add(record.abstract)
    if (record.year !== null) profile.years.add(record.year)
    if (record.author !== null) profile.authors.add(record.author)
  }
  const all = [...profiles.values()]
  for (const alike of buckets(all, ({ titles }) => titles)) {
    for (const members of agreeing(alike, ({ abstracts }) => abstracts)) {
      joinShared(members, ({ abstracts }) => abstracts, sets.join)
      joinShared(members, ({ years }) => years, sets.join)
      joinShared(members, ({ authors }) => authors, sets.join)
    }
  }
  for (const alike of buckets(all, ({ abstracts }) => abstracts)) {
    for (const members of agreeing(alike, ({ titles }) => titles)) {
      for (const member of members) sets.join(members[0]!.group, member.group)
    }
  }
  const groups = new Map<number, RecordKeys[]>()
  for (const [index, record] of records.entries()) {
    const group = sets.find(index)
    const members = groups.get(group)
    if (members) members.push(record)
    else groups.set(group, [record])
  }
  return [...groups.values()]
}

/** Keys that make two records one paper, whatever else they state. */
export function certainKeys(record: RecordKeys): string[] {
  if (record.givenId === null) return record.identifiers
  return [...record.identifiers, `${record.source.file}\n${record.givenId}\n${record.text}`]
}

function emptyProfile(group: number): Profile {
  return { group, titles: new Set(), abstracts: new Set(), years: new Set(), authors: new Set() }
}

/** Groups that share a value, each such set of two or more. */
function buckets<T>(profiles: Profile[], values: (profile: Profile) => Set<T>): Profile[][] {
  const byValue = new Map<T, Profile[]>()
  for (const profile of profiles) {
    for (const value of values(profile)) {
      const bucket = byValue.get(value)
      if (bucket) bucket.push(profile)
      else byValue.set(value, [profile])
    }
  }
  return [...byValue.values()].filter((bucket) => bucket.length > 1)
}

/**
 * Parts profiles into classes that are contradicted by the same others.
 * @param telling what most of them differ in, so that not each has to be compared with each
 */
function agreeing(profiles: Profile[], telling: (profile: Profile) => Set<string>): Profile[][] {
  const silent: number[] = []
  const byValue = new Map<string, number[]>()
  for (const [index, profile] of profiles.entries()) {
    if (telling(profile).size === 0) silent.push(index)
    for (const value of telling(profile)) {
      const members = byValue.get(value)
      if (members) members.push(index)
      else byValue.set(value, [index])
    }
  }
  const everyone = profiles.map((_, index) => index)
  const classes = new Map<string, Profile[]>()
  for (const profile of profiles) {
    const values = [...telling(profile)]
    const candidates =
      values.length === 0 ? everyone : [...silent, ...values.flatMap((value) => byValue.get(value)!)]
    const compatible = [...new Set(candidates)].filter((index) => !contradict(profile, profiles[index]!))
    const signature = compatible.sort((a, b) => a - b).join()
    const members = classes.get(signature)
    if (members) members.push(profile)
    else classes.set(signature, [profile])
  }
  return [...classes.values()].filter((members) => members.length > 1)
}

function contradict(a: Profile, b: Profile): boolean {
  return (
    apart(a.titles, b.titles) ||
    apart(a.abstracts, b.abstracts) ||
    apart(a.years, b.years) ||
    apart(a.authors, b.authors)
  )
}

/** Whether both sides state something and nothing of it is equal. */
function apart<T>(a: Set<T>, b: Set<T>): boolean {
  if (a.size === 0 || b.size === 0) return false
  for (const value of a) if (b.has(value)) return false
  return true
}

function joinShared<T>(
  members: Profile[],
  values: (profile: Profile) => Set<T>,
  join: (a: number, b: number) => void,
) {
  const first = new Map<T, number>()
  for (const member of members) {
    for (const value of values(member)) {
      const other = first.get(value)
      if (other === undefined) first.set(value, member.group)
      else join(other, member.group)
    }
  }
}

/** Disjoint sets with path halving (Tarjan and van Leeuwen, 1984). */
function disjointSets(size: number) {
  const parent = Int32Array.from({ length: size }, (_, index) => index)
  const find = (item: number): number => {
    let at = item
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  return {
    find,
    join(a: number, b: number) {
      const x = find(a)
      const y = find(b)
      // The lower index stays the root, so that groups keep the order of their first record.
      parent[Math.max(x, y)] = Math.min(x, y)
    },
  }
}
