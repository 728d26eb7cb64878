/** What a store has to hold after some changes, by the definition of GraphDelta; and changes at random. */
import fc from 'fast-check'
import {
  byText,
  type GraphNode,
  type GraphRelationship,
  keyText,
  relationshipText,
  type Subgraph,
} from '../../shared/graph-store/graph.ts'
import type { GraphDelta, NodeKey } from '../../shared/graph-store/store.ts'
import { nodeLabels } from '../../shared/schema.ts'

export function modelOf(deltas: GraphDelta[]): Subgraph {
  const nodes = new Map<string, GraphNode>()
  const relationships = new Map<string, GraphRelationship>()
  for (const delta of deltas) {
    for (const key of delta.deleteRelationships) relationships.delete(relationshipText(key))
    for (const node of delta.deleteNodes) {
      nodes.delete(keyText(node))
      for (const [text, { from, to }] of relationships) {
        if (keyText(from) === keyText(node) || keyText(to) === keyText(node)) relationships.delete(text)
      }
    }
    for (const { label, id, labels, properties } of delta.nodes) {
      const all = [...new Set([label, ...labels])].sort()
      nodes.set(keyText({ label, id }), { label, id, labels: all, properties: { ...properties, id } })
    }
    for (const { type, from, to, properties } of delta.relationships) {
      if (!nodes.has(keyText(from)) || !nodes.has(keyText(to))) continue
      const key = ({ label, id }: NodeKey) => ({ label, id })
      relationships.set(relationshipText({ type, from, to }), {
        type,
        from: key(from),
        to: key(to),
        properties,
      })
    }
  }
  const rank = ({ label, id }: NodeKey) => `${nodeLabels.indexOf(label)} ${id}`
  return {
    nodes: [...nodes.values()].sort((a, b) => byText(rank(a), rank(b))),
    relationships: [...relationships.values()].sort(
      (a, b) => byText(rank(a.from), rank(b.from)) || byText(relationshipText(a), relationshipText(b)),
    ),
  }
}

const properties = fc.dictionary(
  fc.constantFrom('name', 'papers', 'confidence', 'aliases'),
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.integer({ min: -1000, max: 1000 }),
    fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
  ),
  { noNullPrototype: true },
)
const keys = fc.constantFrom<NodeKey>(
  ...['a', 'b', 'c'].flatMap((id) => nodeLabels.map((label) => ({ label, id }))),
)
const relationshipKeys = fc.record({
  type: fc.constantFrom('CITES', 'USED_FOR', 'CLAIMS'),
  from: keys,
  to: keys,
})

/** Changes among nine nodes, so that they meet. */
export const graphDeltas: fc.Arbitrary<GraphDelta> = fc.record({
  deleteRelationships: fc.array(relationshipKeys, { maxLength: 3 }),
  deleteNodes: fc.array(keys, { maxLength: 2 }),
  nodes: fc.uniqueArray(
    fc
      .record({ key: keys, labels: fc.subarray(['Method', 'Task'], { maxLength: 1 }), properties })
      .map(({ key, labels, properties }) => ({
        ...key,
        labels: key.label === 'Concept' ? labels : [],
        properties,
      })),
    { maxLength: 6, selector: keyText },
  ),
  relationships: fc.uniqueArray(
    fc.record({ key: relationshipKeys, properties }).map(({ key, ...rest }) => ({ ...key, ...rest })),
    { maxLength: 6, selector: relationshipText },
  ),
}) as fc.Arbitrary<GraphDelta>
