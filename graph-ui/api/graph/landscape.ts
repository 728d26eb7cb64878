/** The first picture: the strongest concepts and the strongest edges between them. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { predicates } from '../../../shared/schema.ts'
import type { Landscape, ViewEdge } from '../contract.ts'
import { findCommunities } from './communities.ts'
import { edgesAmong } from './edges-among.ts'
import { layOut } from './layout.ts'
import { readRows } from './reading.ts'
import {
  conceptColumns,
  conceptNode,
  type PlacelessNode,
  type PlacelessView,
  paperColumns,
  paperNode,
} from './view-parts.ts'

const maxNodes = 140
const candidates = 600
/** Edges that a node may bring in; an edge stays where either of its ends keeps it. */
const edgesPerNode = 3
/** Below this a graph has too few derived edges for a picture, and its papers join in. */
const fewConcepts = 12

export async function landscapeOf(store: GraphStore): Promise<Landscape> {
  const rows = await readRows(
    store,
    `MATCH (c:Concept) RETURN ${conceptColumns('c')} ORDER BY papers DESC, id LIMIT ${candidates}`,
    {},
  )
  const strongest = rows.map(conceptNode)
  const edges = (await edgesAmong(store, keysOf(strongest), null)).filter(
    ({ source, target, type }) => source !== target && predicates.some((p) => p === type),
  )
  let view = backbone(strongest, edges)
  if (view.nodes.length < fewConcepts) view = await withPapers(store, strongest.slice(0, 60))
  const { communityOf, communities } = findCommunities(view)
  const places = layOut(view, communityOf)
  return {
    nodes: view.nodes.map((node) => ({
      ...node,
      ...places.get(node.key)!,
      community: communityOf.get(node.key) ?? null,
    })),
    edges: view.edges,
    communities,
  }
}

/** The concepts with the most papers that are linked to others, and for each its strongest edges. */
function backbone(strongest: PlacelessNode[], edges: ViewEdge[]): PlacelessView {
  const linked = new Set(edges.flatMap(({ source, target }) => [source, target]))
  const nodes = strongest.filter((node) => linked.has(node.key)).slice(0, maxNodes)
  const kept = new Set(keysOf(nodes))
  const ranked = edges
    .filter(({ source, target }) => kept.has(source) && kept.has(target))
    .sort(
      (a, b) => b.papers - a.papers || (b.confidence ?? 0) - (a.confidence ?? 0) || (a.key < b.key ? -1 : 1),
    )
  const brought = new Map<string, number>()
  const shown = ranked.filter(({ source, target }) => {
    const [ofSource, ofTarget] = [brought.get(source) ?? 0, brought.get(target) ?? 0]
    if (ofSource >= edgesPerNode && ofTarget >= edgesPerNode) return false
    brought.set(source, ofSource + 1)
    brought.set(target, ofTarget + 1)
    return true
  })
  const shownEnds = new Set(shown.flatMap(({ source, target }) => [source, target]))
  return { nodes: nodes.filter((node) => shownEnds.has(node.key)), edges: shown }
}

/** For a small graph: its papers, joined by the concepts they speak of. */
async function withPapers(store: GraphStore, concepts: PlacelessNode[]): Promise<PlacelessView> {
  const rows = await readRows(
    store,
    `MATCH (p:Paper) RETURN ${paperColumns('p')} ORDER BY year DESC, id LIMIT 40`,
    {},
  )
  const nodes = [...concepts, ...rows.map(paperNode)]
  const edges = await edgesAmong(store, keysOf(nodes), null)
  const linked = new Set(edges.flatMap(({ source, target }) => [source, target]))
  return { nodes: nodes.filter((node) => linked.has(node.key) || node.type === 'Paper'), edges }
}

function keysOf(nodes: PlacelessNode[]): string[] {
  return nodes.map((node) => node.key)
}
