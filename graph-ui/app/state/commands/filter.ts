/** Parts of the picture are left out, and come back. */
import { relationName } from '../../relation-names.ts'
import { typeNames } from '../../type-names.ts'
import { leastConfidenceInWords, leastPapersInWords, namesInWords, yearsInWords } from '../filter-words.ts'
import { type Filters, noFilters } from '../picture.ts'
import type { CommandKind } from './command-kind.ts'

export interface Filter {
  kind: 'filter'
  change: Partial<Filters>
  /** What it does, in a few words, where the picture does not tell the names. */
  words?: string | undefined
}
/** Nothing is left out any more, nor hidden. */
export interface ClearFilters {
  kind: 'clear-filters'
}

export const filter: CommandKind<Filter> = {
  apply: (picture, { change }) => ({ ...picture, filters: { ...picture.filters, ...change } }),
  describe: ({ change, words }, { filters, communities }) =>
    words ??
    describeFilter(
      change,
      filters,
      (id) => communities.find((community) => community.id === id)?.name ?? `community ${id}`,
    ),
}

export const clearFilters: CommandKind<ClearFilters> = {
  apply: (picture) => ({ ...picture, filters: noFilters, hidden: new Set() }),
  describe: () => 'Showed everything',
}

function describeFilter(
  change: Partial<Filters>,
  before: Filters,
  communityName: (id: number) => string,
): string {
  const said = [
    describeSet(change.withoutTypes, before.withoutTypes, (type) => typeNames[type].toLowerCase()),
    describeSet(
      change.withoutRelations,
      before.withoutRelations,
      (relation) => `“${relationName(relation)}”`,
    ),
    describeSet(change.withoutVenues, before.withoutVenues, (venue) => venue),
    describeSet(change.withoutCommunities, before.withoutCommunities, communityName),
    describeYears(change, before),
    change.leastPapers !== undefined && `Concepts: ${leastPapersInWords(change.leastPapers)}`,
    change.leastEvidence !== undefined && `Edges: ${leastPapersInWords(change.leastEvidence)}`,
    change.leastConfidence !== undefined && leastConfidenceInWords(change.leastConfidence),
    change.text !== undefined && (change.text === '' ? 'Any name' : `Names with “${change.text}”`),
  ]
  return said.find((words) => typeof words === 'string' && words !== '') || 'Filtered'
}

function describeSet<T>(
  after: ReadonlySet<T> | undefined,
  before: ReadonlySet<T>,
  nameOf: (item: T) => string,
): string | false {
  if (after === undefined) return false
  const left = [...after].filter((item) => !before.has(item))
  const back = [...before].filter((item) => !after.has(item))
  if (left.length > 0) return `Left out ${namesInWords(left.map(nameOf))}`
  return back.length > 0 && `Brought back ${namesInWords(back.map(nameOf))}`
}

function describeYears(change: Partial<Filters>, before: Filters): string | false {
  if (change.from === undefined && change.to === undefined) return false
  const { from, to } = { ...before, ...change }
  return yearsInWords(from, to)
}
