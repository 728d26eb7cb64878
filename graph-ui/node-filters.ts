/** Which nodes some filters leave: of a picture for the page, of what would join it for the server. */
import type { ViewNode, ViewNodeType } from './api/contract.ts'

/** All of them have to let a node pass; empty sets, zeros and texts leave nothing out. */
export interface NodeFilters {
  withoutTypes: ReadonlySet<ViewNodeType>
  withoutVenues: ReadonlySet<string>
  /** What was there within these years, ends included. */
  from: number | null
  to: number | null
  /** Papers that speak of a concept. */
  leastPapers: number
  /** Words that a name has to contain. */
  text: string
}

/** @returns whether a node passes, which has these venues */
export function nodeFilter(
  filters: NodeFilters,
): (node: Omit<ViewNode, 'x' | 'y' | 'community'>, venues: readonly string[]) => boolean {
  const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean)
  return (node, venues) => {
    if (filters.withoutTypes.has(node.type)) return false
    if (!passesVenues(venues, filters)) return false
    if (node.key.startsWith('Concept/') && node.papers < filters.leastPapers) return false
    if (!wasThere(node.year, node.lastYear, filters)) return false
    const name = words.length > 0 ? node.name.toLowerCase() : ''
    return words.every((word) => name.includes(word))
  }
}

/** One venue is enough, and what has none is not left out for it. */
function passesVenues(venues: readonly string[], { withoutVenues }: NodeFilters): boolean {
  return venues.length === 0 || withoutVenues.size === 0 || venues.some((venue) => !withoutVenues.has(venue))
}

/** Whether years from a first to a last one meet those asked for; what has no year is always there. */
export function wasThere(
  first: number | null,
  last: number | null,
  { from, to }: Pick<NodeFilters, 'from' | 'to'>,
): boolean {
  return (first === null || to === null || first <= to) && (last === null || from === null || last >= from)
}
