/** Nodes and relationships in the rows of a result, wherever in them they stand. */
import type { GraphStore, NodeValue, PathValue, RelationshipValue, Value } from './store.ts'

export interface ResultGraph {
  /** By the store's own ids. */
  nodes: Map<string, NodeValue>
  relationships: Map<string, RelationshipValue>
}

/** Each node and relationship once, those in paths, lists and maps too. */
export function graphOfRows(rows: readonly Value[][]): ResultGraph {
  const nodes = new Map<string, NodeValue>()
  const relationships = new Map<string, RelationshipValue>()
  const visit = (value: Value) => {
    if (value === null || typeof value !== 'object') return
    if (Array.isArray(value)) value.forEach(visit)
    else if (isKind<NodeValue>(value, 'node')) nodes.set(value.id, value)
    else if (isKind<RelationshipValue>(value, 'relationship')) relationships.set(value.id, value)
    else if (isKind<PathValue>(value, 'path')) {
      value.nodes.forEach(visit)
      value.relationships.forEach(visit)
    } else Object.values(value as { [key: string]: Value }).forEach(visit)
  }
  for (const row of rows) row.forEach(visit)
  return { nodes, relationships }
}

function isKind<T extends { kind: string }>(value: object, kind: T['kind']): value is T {
  return 'kind' in value && value.kind === kind && 'id' in value === (kind !== 'path')
}

const pageSize = 1000
const timeoutMs = 60_000

/**
 * The rows, and one more with the end nodes that their relationships lack: a query may return relationships alone.
 * @param limit most nodes that are fetched
 * @throws what {@link GraphStore.query} throws
 */
export async function withEndNodes(
  store: GraphStore,
  rows: readonly Value[][],
  { limit, signal }: { limit: number; signal: AbortSignal | null },
): Promise<Value[][]> {
  const { nodes, relationships } = graphOfRows(rows)
  const ends = [...relationships.values()].flatMap(({ from, to }) => [from, to])
  const missing = [...new Set(ends)].filter((id) => !nodes.has(id)).slice(0, limit)
  const fetched: Value[] = []
  for (let at = 0; at < missing.length; at += pageSize) {
    const page = missing.slice(at, at + pageSize)
    const { cypher, ids } = byOwnIds(page)
    const options = { mode: 'read', timeoutMs, maxRows: page.length, signal } as const
    fetched.push(...(await store.query(cypher, { ids }, options)).rows.flat())
  }
  return fetched.length === 0 ? [...rows] : [...rows, fetched]
}

/** The embedded engine numbers its nodes; Neo4j's ids are text with colons. A served store may be either. */
function byOwnIds(ids: string[]): { cypher: string; ids: (string | number)[] } {
  return ids.every((id) => /^\d+$/.test(id))
    ? { cypher: 'MATCH (n) WHERE id(n) IN $ids RETURN n', ids: ids.map(Number) }
    : { cypher: 'MATCH (n) WHERE elementId(n) IN $ids RETURN n', ids }
}
