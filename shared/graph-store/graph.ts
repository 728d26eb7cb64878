/** The graph by Skein's own keys, which are the same in every store. */
import type { NodeLabel, Properties, PropertyValue, RelationshipType } from '../schema.ts'
import { nodeLabels } from '../schema.ts'
import type { NodeKey, NodeValue, RelationshipValue, Value } from './store.ts'

export interface GraphNode extends NodeKey {
  /** All its labels, `label` among them; sorted. */
  labels: string[]
  /** All its properties, `id` among them; by key. */
  properties: Properties
}

export interface GraphRelationship {
  type: RelationshipType
  from: NodeKey
  to: NodeKey
  properties: Properties
}

export interface Subgraph {
  nodes: GraphNode[]
  relationships: GraphRelationship[]
}

/** A node's key as one string; a space parts label and id, and no label has one. */
export function keyText({ label, id }: NodeKey): string {
  return `${label} ${id}`
}

export function relationshipText({ type, from, to }: { type: string; from: NodeKey; to: NodeKey }): string {
  return JSON.stringify([keyText(from), type, keyText(to)])
}

/** The label that a node's id belongs to, or null for a node that is not of Skein's making. */
export function keyLabel(labels: string[]): NodeLabel | null {
  return nodeLabels.find((label) => labels.includes(label)) ?? null
}

/** A node of a result, or null where it is not of Skein's making. */
export function toGraphNode({ labels, properties }: NodeValue): GraphNode | null {
  const label = keyLabel(labels)
  if (label === null || typeof properties.id !== 'string') return null
  return { label, id: properties.id, labels, properties: toProperties(properties) }
}

/** A relationship of a result between two nodes of the same result. */
export function toGraphRelationship(
  { type, properties }: RelationshipValue,
  from: NodeKey,
  to: NodeKey,
): GraphRelationship {
  return {
    type: type as RelationshipType,
    from: { label: from.label, id: from.id },
    to: { label: to.label, id: to.id },
    properties: toProperties(properties),
  }
}

export function toProperties(values: Record<string, Value>): Properties {
  const keys = Object.keys(values).filter((key) => values[key] !== null)
  return Object.fromEntries(keys.sort().map((key) => [key, values[key] as PropertyValue]))
}

/** Compares by UTF-16 code units, which no locale and no store changes. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
