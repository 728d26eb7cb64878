/**
 * The papers that a part of the graph rests on, for its bibliography: those whose sentences the page shows behind an
 * edge (also where they deny it, or say the reverse), those that make its claims, and those that introduce its concepts.
 * A paper that only mentions one of the concepts is none of them.
 */
import type { Subgraph } from '../../../shared/graph-store/graph.ts'
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { type Predicate, predicates } from '../../../shared/schema.ts'
import { edgeKey } from '../../edge-key.ts'
import { readRowsOf, text } from './reading.ts'
import { stanceOf } from './statements.ts'
import { storedNodes } from './stored-subgraph.ts'

export async function withPapersBehind(
  store: GraphStore,
  graph: Subgraph,
  signal: AbortSignal | null,
): Promise<Subgraph> {
  const [stating, introducing] = await Promise.all([
    papersStating(store, graph.relationships, signal),
    papersIntroducing(store, idsIn(graph, 'Concept'), signal),
  ])
  const claiming = graph.nodes
    .filter(({ label }) => label === 'Claim')
    .map(({ properties }) => String(properties.paper ?? ''))
  const present = new Set(idsIn(graph, 'Paper'))
  const missing = new Set([...stating, ...introducing, ...claiming].filter((id) => !present.has(id)))
  const papers = await storedNodes(store, 'Paper', [...missing].sort(), signal)
  return { ...graph, nodes: [...graph.nodes, ...papers] }
}

/** Papers with a claim about one of the edges that are derived from claims. */
async function papersStating(
  store: GraphStore,
  relationships: Subgraph['relationships'],
  signal: AbortSignal | null,
): Promise<string[]> {
  const derived = relationships.filter(({ type }) => predicates.some((predicate) => predicate === type))
  const edges = new Set(derived.map(({ from, type, to }) => edgeKey(from.id, type, to.id)))
  const ends = [...new Set(derived.flatMap(({ from, to }) => [from.id, to.id]))].sort()
  const rows = await readRowsOf(
    store,
    ends,
    `UNWIND $ids AS asked MATCH (:Concept {id: asked})<-[:SUBJECT]-(k:Claim)-[:OBJECT]->(o:Concept)
     WHERE o.id IN $others
     RETURN DISTINCT asked, k.predicate AS predicate, o.id AS other, k.negated AS negated, k.paper AS paper`,
    { others: ends },
    signal,
  )
  return rows.flatMap(({ asked, predicate, other, negated, paper }) => {
    const [subject, type, object] = [text(asked), text(predicate) as Predicate, text(other)]
    const says = (isExchanged: boolean) =>
      stanceOf(type, { isDenial: negated === true, isExchanged }) !== null
    const isBehind =
      (edges.has(edgeKey(subject, type, object)) && says(false)) ||
      (edges.has(edgeKey(object, type, subject)) && says(true))
    return isBehind ? text(paper) : []
  })
}

async function papersIntroducing(
  store: GraphStore,
  concepts: readonly string[],
  signal: AbortSignal | null,
): Promise<string[]> {
  const cypher = `UNWIND $ids AS asked MATCH (:Concept {id: asked})<-[:INTRODUCES]-(p:Paper)
     RETURN DISTINCT p.id AS paper`
  const rows = await readRowsOf(store, concepts, cypher, {}, signal)
  return rows.map(({ paper }) => text(paper))
}

function idsIn({ nodes }: Subgraph, label: string): string[] {
  return nodes.filter((node) => node.label === label).map(({ id }) => id)
}
