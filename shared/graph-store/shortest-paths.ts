import { predicates } from '../schema.ts'
import {
  byText,
  type GraphRelationship,
  keyText,
  relationshipText,
  type Subgraph,
  toGraphNode,
  toGraphRelationship,
} from './graph.ts'
import { readRows } from './read-rows.ts'
import type { GraphStore, PathValue } from './store.ts'

const maxSteps = 6
/** Paths looked at before the first `max` by key are taken. */
const maxCandidates = 2000

/**
 * The shortest chains of relationships between two concepts, along derived relationships in either direction.
 * @returns at most `max`, sorted by the keys on the way; none where nothing leads there in six steps
 */
export async function shortestPaths(
  store: GraphStore,
  fromId: string,
  toId: string,
  max: number,
): Promise<Subgraph[]> {
  if (fromId === toId) return []
  const rows = await readRows(
    store,
    `MATCH (a:Concept {id: $fromId}), (b:Concept {id: $toId})
     MATCH p = allShortestPaths((a)-[:${predicates.join('|')}*..${maxSteps}]-(b))
     RETURN p LIMIT ${maxCandidates}`,
    { fromId, toId },
  )
  const paths = rows.map(([path]) => toSubgraph(path as PathValue))
  const text = (path: Subgraph) =>
    [...path.nodes.map(keyText), ...path.relationships.map(relationshipText)].join('\n')
  return [...new Map(paths.map((path) => [text(path), path])).entries()]
    .sort(([a], [b]) => byText(a, b))
    .slice(0, max)
    .map(([, path]) => path)
}

function toSubgraph({ nodes, relationships }: PathValue): Subgraph {
  const byStoreId = new Map(nodes.map((node) => [node.id, toGraphNode(node)!]))
  const edges: GraphRelationship[] = relationships.map((relationship) =>
    toGraphRelationship(relationship, byStoreId.get(relationship.from)!, byStoreId.get(relationship.to)!),
  )
  return { nodes: nodes.map((node) => byStoreId.get(node.id)!), relationships: edges }
}
