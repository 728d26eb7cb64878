/** What expanding a node would add to a picture. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { predicates } from '../../../shared/schema.ts'
import { type NodeFilters, nodeFilter } from '../../node-filters.ts'
import {
  type Addition,
  type Direction,
  type DrawnType,
  directions,
  drawnTypes,
  type Foresight,
} from '../contract.ts'
import { NotFoundError } from '../failures.ts'
import { venuesOf } from './facets.ts'
import { conceptKey, paperKey, parseKey } from './keys.ts'
import { findNode } from './neighbours.ts'
import { type Row, readRows, text } from './reading.ts'
import { conceptNode, type PlacelessNode, paperNode } from './view-parts.ts'

/** Neighbours that are looked at for one relation and direction. */
const mostCounted = 1000

interface Side {
  type: DrawnType
  direction: Direction
  label: 'Concept' | 'Paper'
}

/** Everything that may stand around a concept, and around a paper. */
const sides: Record<'Concept' | 'Paper', readonly Side[]> = {
  Concept: [
    ...predicates.flatMap((type) =>
      directions.map((direction) => ({ type, direction, label: 'Concept' as const })),
    ),
    { type: 'INTRODUCES', direction: 'in', label: 'Paper' },
    { type: 'ADDRESSES', direction: 'in', label: 'Paper' },
    { type: 'CITES', direction: 'in', label: 'Paper' },
  ],
  Paper: [
    { type: 'INTRODUCES', direction: 'out', label: 'Concept' },
    { type: 'ADDRESSES', direction: 'out', label: 'Concept' },
    { type: 'CITES', direction: 'out', label: 'Concept' },
    { type: 'CITES', direction: 'out', label: 'Paper' },
    { type: 'CITES', direction: 'in', label: 'Paper' },
  ],
}

/** What filters ask of a node, under names that concepts and papers share. */
const facts: Record<Side['label'], string> = {
  Concept:
    ', o.name AS name, o.type AS type, o.papers AS papers, o.firstYear AS firstYear, o.lastYear AS lastYear',
  Paper: ", o.title AS name, 'Paper' AS type, 0 AS papers, o.year AS firstYear, o.year AS lastYear",
}

interface PictureNodes {
  present: ReadonlySet<string>
  /** Those of them that are hidden. */
  hidden: ReadonlySet<string>
  /** What the picture leaves out; null where it shows all. */
  filters: NodeFilters | null
}

/**
 * Counts by relation and direction, in the order of `drawnTypes`, outgoing first.
 * @throws NotFoundError
 */
export async function foresightOf(
  store: GraphStore,
  key: string,
  picture: PictureNodes,
  signal: AbortSignal | null,
): Promise<Foresight> {
  const parsed = parseKey(key)
  const node = await findNode(store, key, signal)
  if (!node || !parsed || parsed.label === 'Claim') throw new NotFoundError(`The graph has no ${key}.`)
  const { label, id } = parsed
  // One query for each side: the embedded engine takes a second for the first grouping by type(r).
  const parts = sides[label].map(
    (side) =>
      `MATCH (n:${label} {id: $id})${pattern(side)}(o:${side.label}) ${side.label === label ? 'WHERE o.id <> $id' : ''}
       RETURN '${side.type}' AS relation, '${side.direction}' AS direction, '${side.label}' AS label, o.id AS id${picture.filters === null ? '' : facts[side.label]}
       LIMIT ${mostCounted + 1}`,
  )
  const rows = await readRows(store, parts.join(' UNION ALL '), { id }, signal)
  const passes = picture.filters && nodeFilter(picture.filters)
  const keyed = rows.map((row) => ({
    row,
    key: row.label === 'Paper' ? paperKey(text(row.id)) : conceptKey(text(row.id)),
  }))
  const asked = picture.filters?.withoutVenues.size ? keyed.map((neighbour) => neighbour.key) : []
  const venues = new Map((await venuesOf(store, asked, signal)).map((node) => [node.key, node.venues]))
  const neighbours = keyed.map(({ row, key }) => ({
    relation: text(row.relation),
    direction: text(row.direction),
    key,
    isFiltered: passes !== null && !passes(nodeOf(row), venues.get(key) ?? []),
  }))
  const relations = drawnTypes.flatMap((type) =>
    directions.flatMap((direction) => {
      const along = neighbours.filter((to) => to.relation === type && to.direction === direction)
      if (along.length === 0) return []
      const counted = along.slice(0, mostCounted)
      const isMore = along.length > mostCounted
      return [{ type, direction, edges: counted.length, ...additionOf(counted, picture, isMore) }]
    }),
  )
  const isMore = relations.some((relation) => relation.isMore)
  return { relations, all: additionOf(neighbours, picture, isMore) }
}

function additionOf(
  neighbours: readonly { key: string; isFiltered: boolean }[],
  { present, hidden }: PictureNodes,
  isMore: boolean,
): Addition {
  const each = [...new Map(neighbours.map((neighbour) => [neighbour.key, neighbour])).values()]
  const coming = each.filter(({ key }) => !present.has(key) || hidden.has(key))
  return {
    fresh: coming.filter(({ key }) => !present.has(key)).length,
    hidden: coming.filter(({ key }) => hidden.has(key)).length,
    filtered: coming.filter(({ isFiltered }) => isFiltered).length,
    isMore,
  }
}

function nodeOf(row: Row): PlacelessNode {
  return row.label === 'Paper'
    ? paperNode({ ...row, title: row.name ?? null, year: row.firstYear ?? null })
    : conceptNode(row)
}

function pattern({ type, direction }: Side): string {
  return direction === 'out' ? `-[:${type}]->` : `<-[:${type}]-`
}
