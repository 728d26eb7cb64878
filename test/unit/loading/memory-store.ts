/** A graph in memory, for properties that need thousands of loads; test/integration has the same on real stores. */
import type { GraphReads } from '../../../ingest/loading/graph-reads.ts'
import type {
  GraphDelta,
  GraphStore,
  NodeWrite,
  RelationshipWrite,
} from '../../../shared/graph-store/store.ts'
import type { ConceptType, Properties } from '../../../shared/schema.ts'

export interface MemoryGraph {
  store: GraphStore
  reads: GraphReads
  /** Number of changes that were applied. */
  applied(): number
  /** The whole graph as text: equal for equal graphs. */
  text(): string
  nodes(): NodeWrite[]
  relationships(): RelationshipWrite[]
}

/** @param limit number of changes after which every further one fails, as a kill would have it */
export function memoryGraph(limit = Number.POSITIVE_INFINITY, from?: MemoryGraph): MemoryGraph {
  const nodes = new Map<string, NodeWrite>(from?.nodes().map((node) => [key(node), node]))
  const edges = new Map<string, RelationshipWrite>(from?.relationships().map((edge) => [edgeKey(edge), edge]))
  let applied = 0

  const apply = (delta: GraphDelta) => {
    if (applied >= limit) throw new Error('killed')
    applied++
    for (const edge of delta.deleteRelationships) edges.delete(edgeKey(edge))
    const gone = new Set(delta.deleteNodes.map(key))
    for (const node of gone) nodes.delete(node)
    if (gone.size > 0) {
      for (const [id, { from, to }] of edges) if (gone.has(key(from)) || gone.has(key(to))) edges.delete(id)
    }
    for (const node of delta.nodes) nodes.set(key(node), structuredClone(node))
    for (const edge of delta.relationships) {
      if (!nodes.has(key(edge.from)) || !nodes.has(key(edge.to)))
        throw new Error(`relationship without an end: ${edgeKey(edge)}`)
      edges.set(edgeKey(edge), structuredClone(edge))
    }
  }
  const unused = () => Promise.reject(new Error('not part of this test'))
  const labelled = (label: string) => [...nodes.values()].filter((node) => node.label === label)
  const from_ = (label: string, ids: string[], to: string) =>
    [...edges.values()].filter(
      (edge) => edge.from.label === label && ids.includes(edge.from.id) && edge.to.label === to,
    )
  const reads: GraphReads = {
    async *papers() {
      yield labelled('Paper')
    },
    papersWith: async (ids) => labelled('Paper').filter(({ id }) => ids.includes(id)),
    citations: async (ids) =>
      from_('Paper', ids, 'Concept').map(({ from, to, properties }) => ({
        paper: from.id,
        concept: to.id,
        properties,
      })),
    claims: async (ids) =>
      from_('Paper', ids, 'Claim').map(({ from, to }) => ({
        paper: from.id,
        properties: nodes.get(key(to))!.properties,
      })),
    async *concepts() {
      yield labelled('Concept').map(({ id, labels, properties }) => ({
        id,
        type: labels[0] as ConceptType,
        properties,
      }))
    },
    async *between(label) {
      const all = [...edges.values()].filter((edge) => edge.from.label === label && edge.to.label === label)
      yield all.map(({ type, from, to, properties }) => ({ type, from: from.id, to: to.id, properties }))
    },
  }
  return {
    store: {
      kind: 'memory',
      query: unused,
      count: unused,
      schema: unused,
      apply: async (delta) => apply(delta),
      ensureSchema: async () => {},
      close: async () => {},
    },
    reads,
    applied: () => applied,
    text: () =>
      [...nodes.entries(), ...edges.entries()]
        .map(([id, row]) => `${id} ${'labels' in row ? row.labels.join() : ''} ${sorted(row.properties)}`)
        .sort()
        .join('\n'),
    nodes: () => [...nodes.values()],
    relationships: () => [...edges.values()],
  }
}

function key({ label, id }: { label: string; id: string }): string {
  return `${label} ${id}`
}

function edgeKey({ type, from, to }: Pick<RelationshipWrite, 'type' | 'from' | 'to'>): string {
  return `${type} ${key(from)} -> ${key(to)}`
}

function sorted(properties: Properties): string {
  return JSON.stringify(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)))
}
