import type { NodeLabel, RelationshipType } from '../schema.ts'
import {
  byText,
  type GraphNode,
  type GraphRelationship,
  keyText,
  relationshipText,
  type Subgraph,
  toGraphNode,
  toGraphRelationship,
} from './graph.ts'
import { readRows } from './read-rows.ts'
import type { GraphStore, NodeKey, NodeValue, RelationshipValue } from './store.ts'

export interface NeighbourhoodOptions {
  /** Ids of the nodes to begin with. */
  ids: string[]
  /** The label that the ids belong to; `Concept` where not given. */
  label?: NodeLabel
  /** Steps from them, along relationships in either direction. */
  depth: number
  /** Relationship types to follow; all where not given. */
  types?: readonly RelationshipType[]
  /** Most nodes, those to begin with included. */
  limit: number
}

const pageSize = 500

/**
 * What lies around some nodes, with every relationship of the types among what is kept. Where there is more than the
 * limit, nearer comes first, then what more papers back.
 * @returns nodes and relationships sorted by key; ids that the graph lacks are left out
 */
export async function neighbourhood(
  store: GraphStore,
  { ids, label = 'Concept', depth, types, limit }: NeighbourhoodOptions,
): Promise<Subgraph> {
  const kept = new Map<string, GraphNode>()
  const start = await readRows(store, `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN n`, { ids })
  let frontier = start.flatMap(([node]) => toGraphNode(node as NodeValue) ?? [])
  frontier = [...new Map(frontier.map((node) => [keyText(node), node])).values()].slice(0, limit)
  for (const node of frontier) kept.set(keyText(node), node)
  for (let step = 0; step < depth && kept.size < limit; step++) {
    const reached = await neighbours(store, frontier, types)
    frontier = reached.filter((node) => !kept.has(keyText(node))).slice(0, limit - kept.size)
    for (const node of frontier) kept.set(keyText(node), node)
  }
  return {
    nodes: [...kept.values()].sort((a, b) => byText(keyText(a), keyText(b))),
    relationships: await among(store, kept, types),
  }
}

/** Nodes next to some others, those that most papers back first. */
async function neighbours(
  store: GraphStore,
  frontier: GraphNode[],
  types: readonly RelationshipType[] | undefined,
): Promise<GraphNode[]> {
  const weights = new Map<string, { node: GraphNode; weight: number }>()
  for (const { label, ids } of pages(frontier)) {
    for (const pattern of [`-[r${typeFilter(types)}]->`, `<-[r${typeFilter(types)}]-`]) {
      const rows = await readRows(
        store,
        `UNWIND $ids AS id MATCH (a:${label} {id: id})${pattern}(b)
         RETURN b, max(coalesce(r.papers, b.papers, 0)) AS weight`,
        { ids },
      )
      for (const [value, weight] of rows) {
        const node = toGraphNode(value as NodeValue)
        if (!node) continue
        const known = weights.get(keyText(node))?.weight ?? 0
        weights.set(keyText(node), { node, weight: Math.max(known, weight as number) })
      }
    }
  }
  return [...weights.values()]
    .sort((a, b) => b.weight - a.weight || byText(keyText(a.node), keyText(b.node)))
    .map(({ node }) => node)
}

async function among(
  store: GraphStore,
  kept: Map<string, GraphNode>,
  types: readonly RelationshipType[] | undefined,
): Promise<GraphRelationship[]> {
  const found = new Map<string, GraphRelationship>()
  for (const { label, ids } of pages([...kept.values()])) {
    const rows = await readRows(
      store,
      `UNWIND $ids AS id MATCH (a:${label} {id: id})-[r${typeFilter(types)}]->(b) RETURN id, r, labels(b), b.id`,
      { ids },
    )
    for (const [id, relationship, labels, otherId] of rows) {
      const end = (labels as string[])
        .map((other) => kept.get(keyText({ label: other as NodeLabel, id: String(otherId) })))
        .find((node) => node !== undefined)
      if (!end) continue
      const edge = toGraphRelationship(relationship as RelationshipValue, { label, id: id as string }, end)
      found.set(relationshipText(edge), edge)
    }
  }
  return [...found].sort(([a], [b]) => byText(a, b)).map(([, edge]) => edge)
}

function typeFilter(types: readonly RelationshipType[] | undefined): string {
  return types && types.length > 0 ? `:${types.map((type) => `\`${type}\``).join('|')}` : ''
}

function pages(nodes: NodeKey[]): { label: NodeLabel; ids: string[] }[] {
  const byLabel = new Map<NodeLabel, string[]>()
  for (const { label, id } of nodes) byLabel.set(label, [...(byLabel.get(label) ?? []), id])
  return [...byLabel].flatMap(([label, ids]) =>
    Array.from({ length: Math.ceil(ids.length / pageSize) }, (_, page) => ({
      label,
      ids: ids.slice(page * pageSize, (page + 1) * pageSize),
    })),
  )
}
