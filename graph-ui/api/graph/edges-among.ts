/** The edges between the nodes of a picture. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { predicates } from '../../../shared/schema.ts'
import type { Direction, ViewEdge } from '../contract.ts'
import { conceptKey, idsOf, paperKey } from './keys.ts'
import { mostRows, type Row, readAtMost, readRowsOf, text } from './reading.ts'
import { derivedEdgeColumns, edgeBetween } from './view-parts.ts'

export async function edgesAmong(
  store: GraphStore,
  keys: Iterable<string>,
  signal: AbortSignal | null,
): Promise<ViewEdge[]> {
  const all = [...new Set(keys)]
  return edgesBetween(store, all, 'out', all, signal)
}

/** Edges between some nodes of a picture and all of it: what joins a large picture is read without the rest. */
export async function edgesAt(
  store: GraphStore,
  some: Iterable<string>,
  all: Iterable<string>,
  signal: AbortSignal | null,
): Promise<ViewEdge[]> {
  const [here, shown] = [[...new Set(some)], [...all]]
  const found = await Promise.all([
    edgesBetween(store, here, 'out', shown, signal),
    edgesBetween(store, here, 'in', shown, signal),
  ])
  return [...new Map(found.flat().map((edge) => [edge.key, edge])).values()]
}

/** What may stand between nodes of two labels. */
const kinds = [
  { from: 'Concept', types: predicates.join('|'), to: 'Concept', columns: derivedEdgeColumns },
  {
    from: 'Paper',
    types: 'INTRODUCES|ADDRESSES|CITES',
    to: 'Concept',
    columns: 'r.confidence AS confidence',
  },
  { from: 'Paper', types: 'CITES', to: 'Paper', columns: null },
] as const

/** Edges that leave or reach `here`, with their other end in `there`. */
async function edgesBetween(
  store: GraphStore,
  here: readonly string[],
  direction: Direction,
  there: readonly string[],
  signal: AbortSignal | null,
): Promise<ViewEdge[]> {
  const edges = await Promise.all(
    kinds.map(async ({ from, types, to, columns }) => {
      const [near, far] = direction === 'out' ? [from, to] : [to, from]
      const [ids, others] = [idsOf(here, near), idsOf(there, far)]
      if (ids.length === 0 || others.length === 0) return []
      const pattern = direction === 'out' ? `-[r:${types}]->` : `<-[r:${types}]-`
      const match = `UNWIND $ids AS id MATCH (a:${near} {id: id})${pattern}(b:${far})`
      const found = `RETURN id AS near, b.id AS far, type(r) AS relation${columns === null ? '' : `, ${columns}`}`
      const rows = await rowsThatEndIn(others, store, ids, match, found, signal)
      return rows.map((row) => {
        const ends = [keyOf(near, row.near), keyOf(far, row.far)] as const
        const [source, target] = direction === 'out' ? ends : [ends[1], ends[0]]
        return edgeBetween(source, text(row.relation), target, row)
      })
    }),
  )
  return edges.flat()
}

/** Of more nodes, most edges that lead elsewhere would be read for nothing. */
const fewNodes = 500

/** Rows whose column `far` is one of `others`. */
async function rowsThatEndIn(
  others: readonly string[],
  store: GraphStore,
  ids: readonly string[],
  match: string,
  found: string,
  signal: AbortSignal | null,
): Promise<Row[]> {
  // To read rows that are not wanted is cheaper than to tell the store which are, unless they are many.
  const most = Math.min(mostRows, 2 * others.length + 1000)
  const all =
    ids.length > fewNodes ? null : await readAtMost(most, store, `${match} ${found}`, { ids }, signal)
  if (all !== null) {
    const shown = new Set(others)
    return all.filter((row) => shown.has(text(row.far)))
  }
  // The embedded store walks through a list for each row, a map it looks up.
  const isShown = Object.fromEntries(others.map((other) => [other, true]))
  return readRowsOf(store, ids, `${match} WHERE $isShown[b.id] ${found}`, { isShown }, signal)
}

function keyOf(label: 'Concept' | 'Paper', id: Row[string] | undefined): string {
  return label === 'Concept' ? conceptKey(text(id)) : paperKey(text(id))
}
