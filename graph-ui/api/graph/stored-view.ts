/** The nodes that somebody names, and what holds between them. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import type { StoredView, View, ViewRequest } from '../contract.ts'
import { claimEdgesAmong } from './claim-edges.ts'
import { edgesAmong } from './edges-among.ts'
import { idsOf } from './keys.ts'
import { placedView } from './placed-view.ts'
import { type Row, readRowsOf } from './reading.ts'
import {
  claimColumns,
  claimNode,
  conceptColumns,
  conceptNode,
  mergeViews,
  type PlacelessNode,
  type PlacelessView,
  paperColumns,
  paperNode,
} from './view-parts.ts'

type Kind = readonly [
  label: 'Concept' | 'Paper' | 'Claim',
  columns: (variable: string) => string,
  node: (row: Row) => PlacelessNode,
]
const kinds: readonly Kind[] = [
  ['Concept', conceptColumns, conceptNode],
  ['Paper', paperColumns, paperNode],
  ['Claim', claimColumns, claimNode],
]

/** What is no longer in the graph is left out and counted. */
export async function storedView(
  store: GraphStore,
  { nodes: keys, isPlaced }: ViewRequest,
  signal: AbortSignal | null,
): Promise<StoredView> {
  const asked = new Set(keys)
  const [found, edges, claimEdges] = await Promise.all([
    Promise.all(kinds.map(nodesOf)),
    edgesAmong(store, asked, signal),
    claimEdgesAmong(store, [...asked], signal),
  ])
  const nodes = found.flat()
  const drawn = [...edges, ...claimEdges].filter(({ source, target }) => source !== target)
  const merged = mergeViews([{ nodes, edges: drawn }])
  const view = isPlaced ? atOrigin(merged) : await placedView(merged, signal)
  return { ...view, missing: asked.size - nodes.length }

  async function nodesOf([label, columns, node]: Kind): Promise<PlacelessNode[]> {
    const ids = idsOf(asked, label)
    if (ids.length === 0) return []
    const cypher = `UNWIND $ids AS asked MATCH (n:${label} {id: asked}) RETURN ${columns('n')}`
    return (await readRowsOf(store, ids, cypher, {}, signal)).map(node)
  }
}

function atOrigin({ nodes, edges }: PlacelessView): View {
  return { nodes: nodes.map((node) => ({ ...node, x: 0, y: 0, community: null })), edges }
}
