/** How much stands around one node of the graph. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { type Directions, type DrawnType, directions, drawnTypes, type RelationCount } from '../contract.ts'
import { parseKey } from './keys.ts'
import { number, readRows, text } from './reading.ts'

/** Counts by relation and direction, in the order of `drawnTypes`, outgoing first. */
export async function countRelations(
  store: GraphStore,
  key: string,
  signal: AbortSignal | null,
): Promise<RelationCount[]> {
  const parsed = parseKey(key)
  if (!parsed) return []
  const counts = await Promise.all(
    directions.map(async (direction) => {
      // One count for each type: the embedded engine takes a second for the first grouping by type(r).
      const parts = drawnTypes.map((type) => {
        const pattern = direction === 'out' ? `-[r:${type}]->()` : `<-[r:${type}]-()`
        return `MATCH (n:${parsed.label} {id: $id})${pattern} RETURN '${type}' AS relation, count(r) AS total`
      })
      const rows = await readRows(store, parts.join(' UNION ALL '), { id: parsed.id }, signal)
      return new Map(rows.map((row) => [text(row.relation), number(row.total)]))
    }),
  )
  return drawnTypes.flatMap((type) =>
    directions.flatMap((direction, i) => {
      const count = counts[i]?.get(type) ?? 0
      return count > 0 ? [{ type, direction, count }] : []
    }),
  )
}

/** Nodes that stand along some relations from a node. */
export async function countNeighbours(
  store: GraphStore,
  key: string,
  types: readonly DrawnType[],
  direction: Directions,
  signal: AbortSignal | null,
): Promise<number> {
  const parsed = parseKey(key)
  if (!parsed || parsed.label === 'Claim') return 0
  const along = `-[r:${types.join('|')}]-`
  const pattern = direction === 'out' ? `${along}>` : direction === 'in' ? `<${along}` : along
  const cypher = `MATCH (n:${parsed.label} {id: $id})${pattern}(o) WHERE o.id <> $id RETURN count(DISTINCT o) AS total`
  return number((await readRows(store, cypher, { id: parsed.id }, signal))[0]?.total)
}
