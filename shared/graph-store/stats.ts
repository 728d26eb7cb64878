import { readRows } from './read-rows.ts'
import type { GraphStore } from './store.ts'

export interface GraphStats {
  nodes: { total: number; byLabel: Record<string, number> }
  relationships: { total: number; byType: Record<string, number> }
}

/** How much the graph holds; a concept counts under `Concept` and under its type, and once in the total. */
export async function stats(store: GraphStore): Promise<GraphStats> {
  const { labels, relationshipTypes } = await store.schema()
  const [[total] = []] = await readRows(store, 'MATCH (n) RETURN count(n)', {})
  return {
    nodes: {
      total: total as number,
      byLabel: Object.fromEntries(labels.map(({ label, count }) => [label, count])),
    },
    relationships: {
      total: relationshipTypes.reduce((sum, { count }) => sum + count, 0),
      byType: Object.fromEntries(relationshipTypes.map(({ type, count }) => [type, count])),
    },
  }
}
