import { type GraphNode, toGraphNode } from './graph.ts'
import { readRows } from './read-rows.ts'
import type { GraphStore, NodeValue } from './store.ts'

const matches = ['id', 'name', 'alias', 'name prefix', 'alias prefix'] as const

export interface FoundConcept {
  node: GraphNode
  /** What of it agreed with the text. */
  match: (typeof matches)[number]
}

/**
 * Concepts that go by a text: its id, a name or alias in any case, or one that begins so. The nearest agreement comes
 * first, then the same case, then the concept that more papers speak of.
 */
export async function findConcepts(store: GraphStore, text: string, limit: number): Promise<FoundConcept[]> {
  const trimmed = text.trim()
  if (trimmed === '') return []
  const rows = await readRows(
    store,
    `MATCH (c:Concept)
     WITH c, toLower(c.name) AS name, coalesce(c.aliases, []) AS aliases
     WITH c, CASE
       WHEN c.id = $text THEN 0
       WHEN name = $lower THEN 1
       WHEN any(alias IN aliases WHERE toLower(alias) = $lower) THEN 2
       WHEN name STARTS WITH $lower THEN 3
       WHEN any(alias IN aliases WHERE toLower(alias) STARTS WITH $lower) THEN 4
       ELSE 5 END AS rank,
       CASE WHEN c.name = $text OR $text IN aliases THEN 0 ELSE 1 END AS otherCase
     WHERE rank < 5
     RETURN c, rank ORDER BY rank, otherCase, coalesce(c.papers, 0) DESC, c.id LIMIT $limit`,
    { text: trimmed, lower: trimmed.toLowerCase(), limit },
  )
  return rows.flatMap(([value, rank]) => {
    const node = toGraphNode(value as NodeValue)
    return node ? [{ node, match: matches[rank as number]! }] : []
  })
}
