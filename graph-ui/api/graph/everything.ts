/** All concepts of a graph and the edges between them, where that is not too much for a picture. */
import { setImmediate as breathe } from 'node:timers/promises'
import { UsageError } from '../../../shared/errors.ts'
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { type ConceptType, predicates } from '../../../shared/schema.ts'
import type { View, ViewEdge } from '../contract.ts'
import { mostInEverything } from '../everything-size.ts'
import { conceptKey, idsOf } from './keys.ts'
import { placedView } from './placed-view.ts'
import { readRows, readRowsOf, text } from './reading.ts'
import {
  conceptColumns,
  conceptNode,
  derivedEdgeColumns,
  edgeBetween,
  type PlacelessNode,
} from './view-parts.ts'

const pageSize = 10_000

/**
 * @param types only concepts of these types; all where null
 * @throws UsageError where there are more than a picture can hold
 */
export async function everythingOf(
  store: GraphStore,
  types: readonly ConceptType[] | null,
  signal: AbortSignal | null,
): Promise<View> {
  const nodes = await conceptsOf(store, types, signal)
  const edges = await edgesOf(store, nodes, signal)
  return placedView({ nodes, edges }, signal)
}

async function conceptsOf(
  store: GraphStore,
  types: readonly ConceptType[] | null,
  signal: AbortSignal | null,
): Promise<PlacelessNode[]> {
  const nodes: PlacelessNode[] = []
  const ofType = types === null ? '' : 'AND c.type IN $types'
  for (let after = ''; ; ) {
    const rows = await readRows(
      store,
      `MATCH (c:Concept) WHERE c.id > $after ${ofType} RETURN ${conceptColumns('c')} ORDER BY id LIMIT ${pageSize}`,
      types === null ? { after } : { after, types },
      signal,
    )
    for (const row of rows) nodes.push(conceptNode(row))
    if (nodes.length > mostInEverything) {
      throw new UsageError(
        `The graph has more than ${mostInEverything.toLocaleString('en')} concepts, too many for one picture. Ask for some types of them.`,
      )
    }
    if (rows.length < pageSize) return nodes
    after = text(rows.at(-1)?.id)
    await breathe()
  }
}

async function edgesOf(
  store: GraphStore,
  nodes: readonly PlacelessNode[],
  signal: AbortSignal | null,
): Promise<ViewEdge[]> {
  const keys = new Set(nodes.map(({ key }) => key))
  const ids = idsOf(keys, 'Concept')
  const edges: ViewEdge[] = []
  const rows = await readRowsOf(
    store,
    ids,
    `UNWIND $ids AS id MATCH (a:Concept {id: id})-[r:${predicates.join('|')}]->(b:Concept)
     RETURN id AS near, b.id AS far, type(r) AS relation, ${derivedEdgeColumns}`,
    {},
    signal,
  )
  for (const row of rows) {
    const [source, target] = [conceptKey(text(row.near)), conceptKey(text(row.far))]
    if (source !== target && keys.has(target)) {
      edges.push(edgeBetween(source, text(row.relation), target, row))
    }
  }
  return edges
}
