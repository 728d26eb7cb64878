/** What a view shows, as the store has it: all properties of its nodes and edges. */
import {
  type GraphNode,
  type Subgraph,
  toGraphNode,
  toProperties,
} from '../../../shared/graph-store/graph.ts'
import type { GraphStore, NodeValue, Value } from '../../../shared/graph-store/store.ts'
import {
  type NodeLabel,
  nodeLabels,
  type RelationshipType,
  relationshipTypes,
} from '../../../shared/schema.ts'
import { edgeKey } from '../../edge-key.ts'
import { idsOf } from './keys.ts'
import { readRowsOf, text } from './reading.ts'

/**
 * @param keys of the nodes
 * @param edges of the view; others between the same nodes are left out
 */
export async function storedSubgraph(
  store: GraphStore,
  keys: readonly string[],
  edges: readonly { source: string; type: string; target: string }[],
  signal: AbortSignal | null,
): Promise<Subgraph> {
  const idsByLabel = new Map(nodeLabels.map((label) => [label, idsOf(keys, label)] as const))
  const labels = nodeLabels.filter((label) => idsByLabel.get(label)!.length > 0)
  const nodes: GraphNode[] = []
  for (const label of labels) nodes.push(...(await storedNodes(store, label, idsByLabel.get(label)!, signal)))
  const wanted = new Set(edges.map(({ source, type, target }) => edgeKey(source, type, target)))
  const relationships: Subgraph['relationships'] = []
  for (const [from, to] of labels.flatMap((a) => labels.map((b) => [a, b] as const))) {
    const rows = await readRowsOf(
      store,
      idsByLabel.get(from)!,
      `UNWIND $ids AS id MATCH (a:${from} {id: id})-[r]->(b:${to}) WHERE b.id IN $targets
       RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS properties`,
      { targets: idsByLabel.get(to)! },
      signal,
    )
    for (const { source, type, target, properties } of rows) {
      const known = toRelationshipType(type)
      const key = edgeKey(`${from}/${text(source)}`, text(type), `${to}/${text(target)}`)
      if (known === null || !wanted.has(key)) continue
      relationships.push({
        type: known,
        from: end(from, source),
        to: end(to, target),
        properties: toProperties(properties as Record<string, Value>),
      })
    }
  }
  return { nodes, relationships }
}

async function storedNodes(
  store: GraphStore,
  label: NodeLabel,
  ids: readonly string[],
  signal: AbortSignal | null,
): Promise<GraphNode[]> {
  const cypher = `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN n`
  const rows = await readRowsOf(store, ids, cypher, {}, signal)
  return rows.flatMap(({ n }) => toGraphNode(n as NodeValue) ?? [])
}

function end(label: NodeLabel, id: Value | undefined): { label: NodeLabel; id: string } {
  return { label, id: text(id) }
}

function toRelationshipType(value: Value | undefined): RelationshipType | null {
  return relationshipTypes.find((type) => type === value) ?? null
}
