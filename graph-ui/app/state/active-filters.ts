/** The filters that leave something out, each with its words and the change that takes it back. */
import { countOf } from '../numbers.ts'
import { relationName } from '../relation-names.ts'
import { typeNames } from '../type-names.ts'
import type { Command } from './commands/index.ts'
import { communitiesOf, communityIn, type FoundCommunities } from './communities.ts'
import { leastConfidenceInWords, leastPapersInWords, leftOutInWords, yearsInWords } from './filter-words.ts'
import type { Venues } from './filtered.ts'
import { type Filters, noFilters, type Picture } from './picture.ts'

export interface ActiveFilter {
  words: string
  /** Takes the filter back. */
  remove: Command
}

export function activeFilters(picture: Picture, venues: Venues, found: FoundCommunities): ActiveFilter[] {
  const { filters, hidden } = picture
  const nodes = () => [...picture.nodes.values()]
  const active: ActiveFilter[] = []
  const add = (words: string, ...changed: (keyof Filters)[]) => {
    const change = Object.fromEntries(changed.map((filter) => [filter, noFilters[filter]]))
    active.push({ words, remove: { kind: 'filter', change } })
  }
  /** @param present the values that the picture has */
  const addSet = <T>(
    filter: keyof Filters,
    leftOut: ReadonlySet<T>,
    present: () => readonly T[],
    nameOf: (value: T) => string,
  ) => {
    if (leftOut.size === 0) return
    const kept = [...new Set(present())].filter((value) => !leftOut.has(value))
    add(leftOutInWords([...leftOut].map(nameOf), kept.map(nameOf)), filter)
  }
  addSet(
    'withoutTypes',
    filters.withoutTypes,
    () => nodes().map(({ type }) => type),
    (type) => typeNames[type].toLowerCase(),
  )
  addSet(
    'withoutRelations',
    filters.withoutRelations,
    () => [...picture.edges.values()].map(({ type }) => type),
    (relation) => `“${relationName(relation)}”`,
  )
  if (filters.from !== null || filters.to !== null) add(yearsInWords(filters.from, filters.to), 'from', 'to')
  if (filters.leastPapers > 0) add(`Concepts: ${leastPapersInWords(filters.leastPapers)}`, 'leastPapers')
  if (filters.leastEvidence > 0) add(`Edges: ${leastPapersInWords(filters.leastEvidence)}`, 'leastEvidence')
  if (filters.leastConfidence > 0) add(leastConfidenceInWords(filters.leastConfidence), 'leastConfidence')
  const communities = communitiesOf(picture, found)
  const communityOf = communityIn(picture, found.communityOf)
  addSet(
    'withoutCommunities',
    filters.withoutCommunities,
    () => nodes().flatMap((node) => communityOf(node) ?? []),
    (id) => communities.find((community) => community.id === id)?.name ?? `community ${id}`,
  )
  addSet(
    'withoutVenues',
    filters.withoutVenues,
    () => nodes().flatMap(({ key }) => venues.get(key) ?? []),
    (venue) => venue,
  )
  if (filters.text.trim() !== '') add(`Names with “${filters.text.trim()}”`, 'text')
  if (hidden.size > 0) {
    const name = countOf(hidden.size, 'hidden node')
    active.push({ words: name, remove: { kind: 'unhide', keys: [...hidden], name } })
  }
  return active
}
