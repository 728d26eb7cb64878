/**
 * How much of a picture each value of a filter stands for. Counted is what all *other* filters leave: a count says how
 * much the value brings or takes. The order is that of the whole picture, so that lists stay while filters change.
 */
import type { ViewNode, ViewNodeType } from '../../api/contract.ts'
import { communityIn } from './communities.ts'
import { type Known, keptEdges, keptNodes } from './filtered.ts'
import { extentOf, type Years } from './first-years.ts'
import { type Filters, noFilters, type Picture } from './picture.ts'
import type { Counted } from './tally.ts'

export function typeFacet(picture: Picture, known: Known): Counted<ViewNodeType>[] {
  return nodeFacet(picture, known, 'withoutTypes', ({ type }) => [type])
}

export function relationFacet(picture: Picture, known: Known): Counted<string>[] {
  const others = clearedOf(picture, 'withoutRelations')
  const left = keptEdges(others, keptNodes(others, known))
  const typeOf = ({ type }: { type: string }) => [type]
  return counted(valueCounts(picture.edges.values(), typeOf), valueCounts(left, typeOf))
}

/** A node counts for each of its venues. */
export function venueFacet(picture: Picture, known: Known): Counted<string>[] {
  return nodeFacet(picture, known, 'withoutVenues', ({ key }) => known.venues.get(key) ?? [])
}

export function communityFacet(picture: Picture, known: Known): Counted<number>[] {
  const communityOf = communityIn(picture, known.communityOf)
  return nodeFacet(picture, known, 'withoutCommunities', (node) => {
    const community = communityOf(node)
    return community === null ? [] : [community]
  })
}

/** The nodes that the filters would leave if they let all years pass. */
export function nodesOfAllYears(picture: Picture, known: Known): ViewNode[] {
  return keptNodes(clearedOf(picture, 'from', 'to'), known)
}

/**
 * Nodes by the year in which they first appear; every year from the first to the last one, in order.
 * @param years null where none is known
 * @param nodes those of all years
 */
export function yearFacet(years: Years | null, nodes: readonly ViewNode[]): Counted<number>[] {
  if (years === null) return []
  const counts = valueCounts(nodes, ({ year }) => (year === null ? [] : [year]))
  return Array.from({ length: years.last - years.first + 1 }, (_, i) => {
    const value = years.first + i
    return { value, count: counts.get(value) ?? 0 }
  })
}

/** The first and the last year of anything in a picture; null where no year is known. */
export function extentOfYears({ nodes, edges }: Pick<Picture, 'nodes' | 'edges'>): Years | null {
  return extentOf([
    ...[...nodes.values()].flatMap(({ year, lastYear }) => [year, lastYear]),
    ...[...edges.values()].flatMap(({ firstYear, lastYear }) => [firstYear, lastYear]),
  ])
}

/** The most papers that speak of a concept, and the most behind an edge. */
export function mostPapers({ nodes, edges }: Picture): { ofConcept: number; ofEdge: number } {
  let [ofConcept, ofEdge] = [0, 0]
  for (const { papers } of nodes.values()) ofConcept = Math.max(ofConcept, papers)
  for (const { papers, against } of edges.values()) ofEdge = Math.max(ofEdge, papers + against)
  return { ofConcept, ofEdge }
}

function nodeFacet<T extends string | number>(
  picture: Picture,
  known: Known,
  filter: keyof Filters,
  valuesOf: (node: ViewNode) => readonly T[],
): Counted<T>[] {
  const left = keptNodes(clearedOf(picture, filter), known)
  return counted(valueCounts(picture.nodes.values(), valuesOf), valueCounts(left, valuesOf))
}

function clearedOf(picture: Picture, ...filters: (keyof Filters)[]): Picture {
  const cleared = Object.fromEntries(filters.map((filter) => [filter, noFilters[filter]]))
  return { ...picture, filters: { ...picture.filters, ...cleared } }
}

function valueCounts<T, V>(items: Iterable<T>, valuesOf: (item: T) => readonly V[]): Map<V, number> {
  const counts = new Map<V, number>()
  for (const item of items) {
    for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

function counted<T extends string | number>(all: Map<T, number>, left: Map<T, number>): Counted<T>[] {
  return [...all]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([value]) => ({ value, count: left.get(value) ?? 0 }))
}
