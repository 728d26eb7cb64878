/** What of a query's result can be drawn: its nodes, and its relationships with their ends. */
import { graphOfRows, withEndNodes } from '../../../shared/graph-store/result-graph.ts'
import type {
  GraphStore,
  NodeValue,
  QueryResult,
  RelationshipValue,
} from '../../../shared/graph-store/store.ts'
import { nodeLabels } from '../../../shared/schema.ts'
import type { View, ViewEdge } from '../contract.ts'
import { edgesAmong } from './edges-among.ts'
import { placedView } from './placed-view.ts'
import { number, numberOrNull, text } from './reading.ts'
import { edgeBetween, mergeViews, type PlacelessNode, toConceptType } from './view-parts.ts'

const maxDrawn = 1500

/**
 * Nodes without any relationship in the result are joined by those that the graph has between them.
 * @returns what is drawn, and how many nodes the result has, drawn or not
 */
export async function viewOfResult(
  store: GraphStore,
  result: QueryResult,
  signal: AbortSignal | null,
): Promise<{ view: View; nodes: number }> {
  const rows = await withEndNodes(store, result.rows, { limit: maxDrawn, signal })
  const { nodes, relationships } = graphOfRows(rows)
  const all = new Set(nodes.keys())
  for (const { from, to } of relationships.values()) all.add(from).add(to)
  const keyOf = new Map([...nodes].slice(0, maxDrawn).map(([id, node]) => [id, keyOfNode(node)]))
  const drawn = [...keyOf].map(([id, key]) => nodeOf(key, nodes.get(id)!))
  const edges = [...relationships.values()].flatMap((relationship): ViewEdge[] => {
    const [source, target] = [keyOf.get(relationship.from), keyOf.get(relationship.to)]
    return source && target ? [edgeOf(source, target, relationship)] : []
  })
  const among = edges.length === 0 ? await edgesAmong(store, keyOf.values(), signal) : []
  const view = await placedView(mergeViews([{ nodes: drawn, edges: [...edges, ...among] }]), signal)
  return { view, nodes: all.size }
}

function keyOfNode({ id, labels, properties }: NodeValue): string {
  const label = nodeLabels.find((known) => labels.includes(known))
  return label && typeof properties.id === 'string' ? `${label}/${properties.id}` : `Other/${id}`
}

function nodeOf(key: string, { labels, properties }: NodeValue): PlacelessNode {
  const name = text(properties.name ?? properties.title ?? properties.sentence ?? properties.id ?? labels[0])
  const year = numberOrNull(properties.year ?? properties.firstYear)
  const lastYear = numberOrNull(properties.lastYear) ?? year
  const common = { key, name, year, lastYear, papers: number(properties.papers) }
  if (key.startsWith('Concept/')) return { ...common, type: toConceptType(properties.type) }
  if (key.startsWith('Paper/')) return { ...common, type: 'Paper' }
  return { ...common, type: key.startsWith('Claim/') ? 'Claim' : 'Other' }
}

function edgeOf(source: string, target: string, { type, properties }: RelationshipValue): ViewEdge {
  return edgeBetween(source, type, target, {
    behind: properties.papers ?? null,
    against: properties.against ?? null,
    confidence: properties.confidence ?? null,
    since: properties.firstYear ?? null,
    until: properties.lastYear ?? null,
  })
}
