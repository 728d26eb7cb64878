/** What stands around one node of the graph, the strongest first. */

import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { type Predicate, predicates } from '../../../shared/schema.ts'
import { type Direction, type Directions, type DrawnType, directions } from '../contract.ts'
import { addTo } from './add-to.ts'
import { parseKey } from './keys.ts'
import { mostRows, type Row, readRows, text } from './reading.ts'
import {
  conceptColumns,
  conceptNode,
  derivedEdgeColumns,
  edgeBetween,
  type PlacelessNode,
  type PlacelessView,
  paperColumns,
  paperNode,
} from './view-parts.ts'

const fromPapers: readonly DrawnType[] = ['INTRODUCES', 'ADDRESSES', 'CITES']

/** The node itself, or null where the graph does not have it. */
export async function findNode(
  store: GraphStore,
  key: string,
  signal: AbortSignal | null,
): Promise<PlacelessNode | null> {
  const parsed = parseKey(key)
  if (!parsed || parsed.label === 'Claim') return null
  const columns = parsed.label === 'Concept' ? conceptColumns('n') : paperColumns('n')
  const cypher = `MATCH (n:${parsed.label} {id: $id}) RETURN ${columns}`
  const row = (await readRows(store, cypher, { id: parsed.id }, signal))[0]
  if (!row) return null
  return parsed.label === 'Concept' ? conceptNode(row) : paperNode(row)
}

/** The relations to follow from a node; where none are asked for, those that a first look needs. */
export function followedTypes(key: string, types: readonly DrawnType[] | null): DrawnType[] {
  if (types) return [...types]
  return key.startsWith('Paper/') ? [...fromPapers] : [...predicates, 'INTRODUCES']
}

export interface NeighboursOptions {
  direction: Directions
  limit: number
  present: ReadonlySet<string>
  signal: AbortSignal | null
}

export interface Neighbours extends PlacelessView {
  /** How many there are along the relations, present or taken or not; null where not all of them were read. */
  total: number | null
}

/**
 * Neighbours of a node with their edges. Every relation gets its turn, so that a concept evaluated on forty
 * datasets still shows what it is based on. Neighbours that are present already count towards no limit.
 */
export async function neighboursOf(
  store: GraphStore,
  key: string,
  types: readonly DrawnType[],
  { direction, limit, present, signal }: NeighboursOptions,
): Promise<Neighbours> {
  const parsed = parseKey(key)
  if (!parsed || parsed.label === 'Claim') return { nodes: [], edges: [], total: 0 }
  const queriesFor = parsed.label === 'Paper' ? queriesAroundPaper : queriesAroundConcept
  const ways = direction === 'both' ? directions : [direction]
  const most = limit + 1 + present.size
  const found = await Promise.all(
    queriesFor(key, types, ways).map(async ({ cypher, turns, toNeighbour }) => {
      const atMost = Math.min(mostRows, most * turns)
      const rows = await readRows(store, `${cypher} LIMIT ${atMost}`, { id: parsed.id }, signal)
      const neighbours = rows.map(toNeighbour).filter(({ node }) => node.key !== key)
      return { neighbours, isAll: rows.length < atMost }
    }),
  )
  const neighbours = found.flatMap((part) => part.neighbours)
  const isAll = found.every((part) => part.isAll)
  return {
    ...takeInTurn(groupByRelation(neighbours, key), limit, present),
    total: isAll ? new Set(neighbours.map(({ node }) => node.key)).size : null,
  }
}

interface Neighbour {
  node: PlacelessNode
  edge: PlacelessView['edges'][number]
}

/** One query for neighbours of the node `$id`, its rows in the order in which they are wanted. */
interface NeighbourQuery {
  cypher: string
  /** How many relations it follows, roughly: so many times the neighbours that are wanted are read. */
  turns: number
  toNeighbour(row: Row): Neighbour
}

function queriesAroundConcept(
  here: string,
  types: readonly DrawnType[],
  ways: readonly Direction[],
): NeighbourQuery[] {
  const derived = types.filter((type): type is Predicate => predicates.some((p) => p === type))
  const cited = types.filter((type) => fromPapers.includes(type))
  const queries: NeighbourQuery[] = []
  for (const way of derived.length > 0 ? ways : []) {
    const pattern = way === 'out' ? `-[r:${derived.join('|')}]->` : `<-[r:${derived.join('|')}]-`
    queries.push({
      cypher: `MATCH (c:Concept {id: $id})${pattern}(o:Concept)
       RETURN type(r) AS relation, ${derivedEdgeColumns}, ${conceptColumns('o')}
       ORDER BY behind DESC, papers DESC, id`,
      turns: 4,
      toNeighbour(row) {
        const node = conceptNode(row)
        const [source, target] = way === 'out' ? [here, node.key] : [node.key, here]
        return { node, edge: edgeBetween(source, text(row.relation), target, row) }
      },
    })
  }
  if (cited.length > 0 && ways.includes('in')) {
    queries.push({
      cypher: `MATCH (c:Concept {id: $id})<-[r:${cited.join('|')}]-(p:Paper)
       RETURN type(r) AS relation, r.confidence AS confidence, ${paperColumns('p')}
       ORDER BY coalesce(year, 0) DESC, id`,
      turns: 4,
      toNeighbour(row) {
        const node = paperNode(row)
        return { node, edge: edgeBetween(node.key, text(row.relation), here, row) }
      },
    })
  }
  return queries
}

function queriesAroundPaper(
  here: string,
  types: readonly DrawnType[],
  ways: readonly Direction[],
): NeighbourQuery[] {
  const cited = types.filter((type) => fromPapers.includes(type))
  const queries: NeighbourQuery[] = []
  if (cited.length > 0 && ways.includes('out')) {
    queries.push({
      cypher: `MATCH (p:Paper {id: $id})-[r:${cited.join('|')}]->(c:Concept)
       RETURN type(r) AS relation, r.confidence AS confidence, ${conceptColumns('c')}
       ORDER BY papers DESC, id`,
      turns: 2,
      toNeighbour(row) {
        const node = conceptNode(row)
        return { node, edge: edgeBetween(here, text(row.relation), node.key, row) }
      },
    })
  }
  for (const way of cited.includes('CITES') ? ways : []) {
    queries.push({
      cypher: `MATCH (p:Paper {id: $id})${way === 'out' ? '-[r:CITES]->' : '<-[r:CITES]-'}(q:Paper)
       RETURN ${paperColumns('q')} ORDER BY coalesce(year, 0) DESC, id`,
      turns: 1,
      toNeighbour(row) {
        const node = paperNode(row)
        const [source, target] = way === 'out' ? [here, node.key] : [node.key, here]
        return { node, edge: edgeBetween(source, 'CITES', target, {}) }
      },
    })
  }
  return queries
}

function groupByRelation(neighbours: Neighbour[], here: string): Neighbour[][] {
  const groups = new Map<string, Neighbour[]>()
  for (const neighbour of neighbours) {
    const name = `${neighbour.edge.type} ${neighbour.edge.source === here ? 'out' : 'in'}`
    addTo(groups, name, neighbour)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

function takeInTurn(groups: Neighbour[][], limit: number, present: ReadonlySet<string>): PlacelessView {
  const nodes = new Map<string, PlacelessNode>()
  let added = 0
  const longest = Math.max(0, ...groups.map((group) => group.length))
  for (let turn = 0; turn < longest; turn++) {
    for (const group of groups) {
      const neighbour = group[turn]
      if (!neighbour) continue
      const { node } = neighbour
      if (!present.has(node.key) && !nodes.has(node.key)) {
        if (added >= limit) continue
        added++
      }
      nodes.set(node.key, node)
    }
  }
  const shown = groups.flat().filter(({ node }) => nodes.has(node.key))
  return { nodes: [...nodes.values()], edges: shown.map(({ edge }) => edge) }
}
