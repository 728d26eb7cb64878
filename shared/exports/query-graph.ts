/** The graph in the rows of a query, and graphs that are held in memory. */
import {
  byText,
  keyText,
  relationshipText,
  type Subgraph,
  toGraphNode,
  toGraphRelationship,
} from '../graph-store/graph.ts'
import type { NodeValue, PathValue, QueryResult, RelationshipValue, Value } from '../graph-store/store.ts'
import type { ExportableGraph } from './exporter.ts'

/** A graph that is held in memory, sorted by key. */
export function exportable({ nodes, relationships }: Subgraph): ExportableGraph {
  const sortedNodes = [...nodes].sort((a, b) => byText(keyText(a), keyText(b)))
  const sortedRelationships = [...relationships].sort((a, b) =>
    byText(relationshipText(a), relationshipText(b)),
  )
  return {
    async *nodes() {
      yield* sortedNodes
    },
    async *relationships() {
      yield* sortedRelationships
    },
  }
}

/**
 * All nodes and relationships in a result, in paths, lists and maps too, each once. A relationship is kept where both
 * its ends are in the result; nodes that are not of Skein's making are left out.
 */
export function graphOfResult({ rows }: Pick<QueryResult, 'rows'>): Subgraph {
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
  const known = new Map(
    [...nodes].flatMap(([id, node]) => {
      const graphNode = toGraphNode(node)
      return graphNode ? [[id, graphNode] as const] : []
    }),
  )
  return {
    nodes: [...known.values()],
    relationships: [...relationships.values()].flatMap((relationship) => {
      const [from, to] = [known.get(relationship.from), known.get(relationship.to)]
      return from && to ? [toGraphRelationship(relationship, from, to)] : []
    }),
  }
}

function isKind<T extends { kind: string }>(value: object, kind: T['kind']): value is T {
  return 'kind' in value && value.kind === kind && 'id' in value === (kind !== 'path')
}
