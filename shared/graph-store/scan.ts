import { type NodeLabel, nodeLabels } from '../schema.ts'
import {
  byText,
  type GraphNode,
  type GraphRelationship,
  keyLabel,
  relationshipText,
  toGraphNode,
  toProperties,
} from './graph.ts'
import { readRows } from './read-rows.ts'
import type { GraphStore, NodeValue, Value } from './store.ts'

export const graphViews = ['whole', 'concepts'] as const
/** `whole`: every node and relationship; `concepts`: concepts and what holds between them. */
export type GraphView = (typeof graphViews)[number]

const pageSize = 1000

export interface GraphScan {
  nodes(): AsyncGenerator<GraphNode>
  relationships(): AsyncGenerator<GraphRelationship>
}

/**
 * Reads all of a view, nodes by label and id, relationships by source, type and target; labels in the order of the
 * vocabulary. Holds the ids of one label and one page of content at a time.
 */
export function scanGraph(store: GraphStore, view: GraphView): GraphScan {
  const labels: readonly NodeLabel[] = view === 'whole' ? nodeLabels : ['Concept']
  return {
    nodes: () => scanNodes(store, labels),
    relationships: () => scanRelationships(store, labels),
  }
}

async function* scanNodes(store: GraphStore, labels: readonly NodeLabel[]): AsyncGenerator<GraphNode> {
  for (const label of labels) {
    for (const ids of await pagesOfIds(store, label)) {
      const rows = await readRows(store, `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN n`, { ids })
      const nodes = rows.flatMap(([node]) => toGraphNode(node as NodeValue) ?? [])
      yield* nodes.sort((a, b) => byText(a.id, b.id))
    }
  }
}

async function* scanRelationships(
  store: GraphStore,
  labels: readonly NodeLabel[],
): AsyncGenerator<GraphRelationship> {
  const end = labels.length === 1 ? `(b:${labels[0]})` : '(b)'
  for (const label of labels) {
    for (const ids of await pagesOfIds(store, label)) {
      const rows = await readRows(
        store,
        `UNWIND $ids AS id MATCH (a:${label} {id: id})-[r]->${end} RETURN id, type(r), labels(b), b.id, properties(r)`,
        { ids },
      )
      yield* rows
        .flatMap((row) => relationshipOf(label, row) ?? [])
        .map((relationship) => ({ relationship, key: relationshipText(relationship) }))
        .sort((a, b) => byText(a.relationship.from.id, b.relationship.from.id) || byText(a.key, b.key))
        .map(({ relationship }) => relationship)
    }
  }
}

function relationshipOf(label: NodeLabel, row: Value[]): GraphRelationship | null {
  const [from, type, endLabels, to, properties] = row
  const endLabel = keyLabel(endLabels as string[])
  if (endLabel === null || typeof to !== 'string') return null
  return {
    type: type as GraphRelationship['type'],
    from: { label, id: from as string },
    to: { label: endLabel, id: to },
    properties: toProperties(properties as Record<string, Value>),
  }
}

/** Sorted here and not by the store: stores order text differently. */
async function pagesOfIds(store: GraphStore, label: NodeLabel): Promise<string[][]> {
  const rows = await readRows(store, `MATCH (n:${label}) RETURN n.id`, {})
  const ids = rows.flatMap(([id]) => (typeof id === 'string' ? [id] : [])).sort()
  return Array.from({ length: Math.ceil(ids.length / pageSize) }, (_, page) =>
    ids.slice(page * pageSize, (page + 1) * pageSize),
  )
}
