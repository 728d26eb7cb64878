/** The graph in the rows of a query, and graphs that are held in memory. */
import {
  byText,
  keyText,
  relationshipText,
  type Subgraph,
  toGraphNode,
  toGraphRelationship,
} from '../graph-store/graph.ts'
import { graphOfRows } from '../graph-store/result-graph.ts'
import type { QueryResult } from '../graph-store/store.ts'
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
  const { nodes, relationships } = graphOfRows(rows)
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
