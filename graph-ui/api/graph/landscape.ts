/** The first picture: the strongest concepts and the strongest edges between them. */
import { UndirectedGraph } from 'graphology'
import { connectedComponents } from 'graphology-components'
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { predicates } from '../../../shared/schema.ts'
import { byKey, type Places } from '../../layout/graph.ts'
import { placeAmong } from '../../layout/place-among.ts'
import type { Landscape, ViewEdge } from '../contract.ts'
import type { KeptPlaces } from '../kept/kept-places.ts'
import { findCommunities } from './communities.ts'
import { layOutCommunities } from './community-map.ts'
import { edgesAmong } from './edges-among.ts'
import { atPlaces } from './placed-view.ts'
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
const leastComponent = 4
/** Edges that a node may bring in; an edge stays where either of its ends keeps it. */
const edgesPerNode = 3
/** Below this a graph has too few derived edges for a picture, and its papers join in. */
const fewConcepts = 12

/** @param kept where it stood the last time; what is new is added to that, and kept too */
export async function landscapeOf(store: GraphStore, kept: KeptPlaces): Promise<Landscape> {
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
  const before = await kept.read()
  const places = placeAmong(view, communityOf, before) ?? layOutCommunities(view, communityOf)
  if (!areKept(places, before)) await kept.add(places)
  return { ...atPlaces(view, places, communityOf), communities }
}

/** Whether all places are among those that are kept. */
function areKept(places: Places, kept: Places): boolean {
  return [...places].every(([key, { x, y }]) => kept.get(key)?.x === x && kept.get(key)?.y === y)
}

/** The concepts that most papers speak of and most others are linked to, and for each its strongest edges. */
function backbone(candidates: PlacelessNode[], edges: ViewEdge[]): PlacelessView {
  const degree = new Map<string, number>()
  for (const key of edges.flatMap(({ source, target }) => [source, target])) {
    degree.set(key, (degree.get(key) ?? 0) + 1)
  }
  const strength = (node: PlacelessNode) => node.papers * Math.log2(1 + (degree.get(node.key) ?? 0))
  const nodes = candidates
    .filter((node) => degree.has(node.key))
    .sort((a, b) => strength(b) - strength(a) || byKey(a, b))
    .slice(0, maxNodes)
  const kept = new Set(keysOf(nodes))
  const ranked = edges
    .filter(({ source, target }) => kept.has(source) && kept.has(target))
    .sort((a, b) => b.papers - a.papers || (b.confidence ?? 0) - (a.confidence ?? 0) || byKey(a, b))
  const brought = new Map<string, number>()
  const shown = ranked.filter(({ source, target }) => {
    const [ofSource, ofTarget] = [brought.get(source) ?? 0, brought.get(target) ?? 0]
    if (ofSource >= edgesPerNode && ofTarget >= edgesPerNode) return false
    brought.set(source, ofSource + 1)
    brought.set(target, ofTarget + 1)
    return true
  })
  const large = largeComponents(nodes, shown)
  return {
    nodes: nodes.filter((node) => large.has(node.key)),
    edges: shown.filter((edge) => large.has(edge.source)),
  }
}

/** Nodes in connected components that are worth a place in the first picture. */
function largeComponents(nodes: PlacelessNode[], edges: ViewEdge[]): Set<string> {
  const graph = new UndirectedGraph()
  for (const { key } of nodes) graph.addNode(key)
  for (const { source, target } of edges) graph.mergeEdge(source, target)
  return new Set(
    connectedComponents(graph)
      .filter((part) => part.length >= leastComponent)
      .flat(),
  )
}

/** For a small graph: its papers, joined by the concepts they speak of. */
async function withPapers(store: GraphStore, concepts: PlacelessNode[]): Promise<PlacelessView> {
  const rows = await readRows(
    store,
    `MATCH (p:Paper) RETURN ${paperColumns('p')} ORDER BY coalesce(year, 0) DESC, id LIMIT 40`,
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
