/** Nodes and relationships by key, and the change that leads from some to others. */
import type {
  GraphDelta,
  NodeKey,
  NodeWrite,
  RelationshipKey,
  RelationshipWrite,
} from '../../shared/graph-store/store.ts'
import { byCodePoint } from '../resolution/code-point-order.ts'
import { fingerprint } from './properties.ts'

export interface GraphRows {
  nodes: Map<string, NodeWrite>
  relationships: Map<string, RelationshipWrite>
}

export function emptyRows(): GraphRows {
  return { nodes: new Map(), relationships: new Map() }
}

export function nodeKey({ label, id }: NodeKey): string {
  return `${label}\n${id}`
}

function relationshipKey({ type, from, to }: RelationshipKey): string {
  return `${type}\n${nodeKey(from)}\n${nodeKey(to)}`
}

export function addNode(rows: GraphRows, node: NodeWrite) {
  rows.nodes.set(nodeKey(node), node)
}

export function addRelationship(rows: GraphRows, relationship: RelationshipWrite) {
  rows.relationships.set(relationshipKey(relationship), relationship)
}

export function emptyDelta(): GraphDelta {
  return { deleteRelationships: [], deleteNodes: [], nodes: [], relationships: [] }
}

export function isEmpty({ deleteRelationships, deleteNodes, nodes, relationships }: GraphDelta): boolean {
  return deleteRelationships.length + deleteNodes.length + nodes.length + relationships.length === 0
}

/** What turns `before` into `after`; sorted by key. */
export function difference(before: GraphRows, after: GraphRows): GraphDelta {
  const gone = (node: NodeKey) => before.nodes.has(nodeKey(node)) && !after.nodes.has(nodeKey(node))
  return {
    deleteRelationships: missing(before.relationships, after.relationships)
      // What hangs on a deleted node goes with it.
      .filter(({ from, to }) => !gone(from) && !gone(to))
      .map(({ type, from, to }) => ({ type, from, to })),
    deleteNodes: missing(before.nodes, after.nodes).map(({ label, id }) => ({ label, id })),
    nodes: changed(before.nodes, after.nodes),
    relationships: changed(before.relationships, after.relationships),
  }
}

function missing<T>(before: Map<string, T>, after: Map<string, T>): T[] {
  return sorted([...before].filter(([key]) => !after.has(key)))
}

function changed<T extends NodeWrite | RelationshipWrite>(
  before: Map<string, T>,
  after: Map<string, T>,
): T[] {
  return sorted(
    [...after].filter(([key, value]) => {
      const old = before.get(key)
      return !old || fingerprint(old.properties) !== fingerprint(value.properties)
    }),
  )
}

function sorted<T>(entries: [string, T][]): T[] {
  return entries.sort(([a], [b]) => byCodePoint(a, b)).map(([, value]) => value)
}
