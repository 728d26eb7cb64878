/** The papers that a part of the graph rests on, for its bibliography. */
import {
  type GraphNode,
  type GraphRelationship,
  relationshipText,
  toGraphNode,
} from '../graph-store/graph.ts'
import type { GraphStore, NodeValue, Value } from '../graph-store/store.ts'
import { type Predicate, predicates } from '../schema.ts'
import { isToldBackwards, stanceOf } from '../stance.ts'
import type { ExportableGraph } from './exporter.ts'

const pageSize = 1000
const timeoutMs = 60_000

type Ask = (cypher: string, params: Record<string, unknown>) => Promise<Value[][]>

/**
 * The papers in a graph, those whose sentences stand behind its edges (also where they deny them, or say the reverse),
 * those that make its claims, and those that introduce its concepts: as a graph without relationships, sorted by id.
 * A paper that only mentions one of the concepts is none of them.
 */
export function papersBehind(
  store: GraphStore,
  graph: ExportableGraph,
  signal: AbortSignal | null,
): ExportableGraph {
  const ask: Ask = async (cypher, params) => {
    const options = { mode: 'read', timeoutMs, maxRows: Number.MAX_SAFE_INTEGER, signal } as const
    return (await store.query(cypher, params, options)).rows
  }
  return {
    async *nodes() {
      const ids = new Set<string>()
      for await (const page of pagesOf(graph.nodes())) {
        for (const id of await papersOfNodes(ask, page)) ids.add(id)
      }
      for await (const page of pagesOf(graph.relationships())) {
        for (const id of await papersStating(ask, page)) ids.add(id)
      }
      for await (const page of pagesOf([...ids].sort())) yield* await papersOf(ask, page)
    },
    async *relationships() {},
  }
}

/** Papers themselves, papers that make claims, and papers that introduce concepts. */
async function papersOfNodes(ask: Ask, nodes: readonly GraphNode[]): Promise<string[]> {
  const concepts = nodes.filter(({ label }) => label === 'Concept').map(({ id }) => id)
  const introducing = await ask(
    'UNWIND $ids AS id MATCH (:Concept {id: id})<-[:INTRODUCES]-(p:Paper) RETURN DISTINCT p.id',
    { ids: concepts },
  )
  const own = nodes.flatMap(({ label, id, properties }) => {
    if (label === 'Claim') return properties.paper ?? []
    return label === 'Paper' ? id : []
  })
  return [...own, ...introducing.flat()].filter((id) => typeof id === 'string')
}

/** Papers with a claim about one of the relationships that are derived from claims. */
async function papersStating(ask: Ask, relationships: readonly GraphRelationship[]): Promise<string[]> {
  const edges = new Set(relationships.map(relationshipText))
  const others = new Map<string, Set<string>>()
  const seek = (subject: string, object: string) =>
    others.set(subject, (others.get(subject) ?? new Set()).add(object))
  for (const { type, from, to } of relationships) {
    const predicate = predicates.find((known) => known === type)
    if (predicate === undefined) continue
    seek(from.id, to.id)
    if (isToldBackwards(predicate)) seek(to.id, from.id)
  }
  const rows = await ask(
    `UNWIND $asked AS one MATCH (:Concept {id: one.id})<-[:SUBJECT]-(k:Claim)-[:OBJECT]->(o:Concept)
     WHERE o.id IN one.others
     RETURN DISTINCT one.id, k.predicate, o.id, k.negated, k.paper`,
    { asked: [...others].map(([id, objects]) => ({ id, others: [...objects] })) },
  )
  return rows.flatMap(([from, predicate, to, negated, paper]) => {
    const type = predicate as Predicate
    const [subject, object] = [concept(from), concept(to)]
    const says = (isExchanged: boolean) =>
      stanceOf(type, { isDenial: negated === true, isExchanged }) !== null
    const isBehind =
      (edges.has(relationshipText({ type, from: subject, to: object })) && says(false)) ||
      (edges.has(relationshipText({ type, from: object, to: subject })) && says(true))
    return isBehind && typeof paper === 'string' ? paper : []
  })
}

/** @param ids sorted */
async function papersOf(ask: Ask, ids: readonly string[]): Promise<GraphNode[]> {
  const rows = await ask('UNWIND $ids AS id MATCH (p:Paper {id: id}) RETURN p', { ids })
  const papers = rows.flatMap(([paper]) => toGraphNode(paper as NodeValue) ?? [])
  const found = new Map(papers.map((paper) => [paper.id, paper]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

function concept(id: Value | undefined): { label: 'Concept'; id: string } {
  return { label: 'Concept', id: String(id) }
}

async function* pagesOf<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T[]> {
  let page: T[] = []
  for await (const item of items) {
    page.push(item)
    if (page.length < pageSize) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}
