/** Several ways from one concept to another, the shortest and best supported first. */
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { predicates } from '../../../shared/schema.ts'
import { layOut } from '../../layout/force.ts'
import type { PathStep, Paths, ViewEdge } from '../contract.ts'
import { NotFoundError } from '../failures.ts'
import { edgesAmong } from './edges-among.ts'
import { conceptKey, parseKey } from './keys.ts'
import { findNode } from './neighbours.ts'
import { readRows, text } from './reading.ts'
import {
  conceptColumns,
  conceptNode,
  derivedEdgeColumns,
  edgeBetween,
  type PlacelessNode,
} from './view-parts.ts'

const maxSteps = 4
/** Edges followed from each side at each step, the best supported first: hubs would lead everywhere. */
const edgesPerStep = 1500
const maxWays = 2000

export async function pathsBetween(
  store: GraphStore,
  fromKey: string,
  toKey: string,
  limit: number,
  signal: AbortSignal | null,
): Promise<Paths> {
  const ends = await Promise.all([fromKey, toKey].map((key) => findNode(store, key)))
  const missing = ends[0] ? (ends[1] ? null : toKey) : fromKey
  if (missing !== null) throw new NotFoundError(`The graph has no ${missing}.`)
  const nodes = new Map(ends.flatMap((node) => (node ? [[node.key, node] as const] : [])))
  const edges = new Map<string, ViewEdge>()
  let frontiers = [[fromKey], [toKey]]
  for (let step = 0; step < maxSteps / 2; step++) {
    frontiers = await Promise.all(
      frontiers.map((frontier) => growFrom(store, frontier, nodes, edges, signal)),
    )
  }
  const ways = simplePaths(fromKey, toKey, [...edges.values()])
  const ranked = ways
    .sort((a, b) => a.length - b.length || support(b) - support(a) || (pathKey(a) < pathKey(b) ? -1 : 1))
    .slice(0, limit)
  const kept = new Set(ranked.flat().flatMap(({ source, target }) => [source, target]))
  const shown = [...kept].sort().map((key) => nodes.get(key)!)
  const among = (await edgesAmong(store, kept, signal)).filter(({ source, target }) => source !== target)
  const view = { nodes: shown, edges: among }
  const places = layOut(view)
  const placed = new Map(
    shown.map((node) => [node.key, { ...node, ...places.get(node.key)!, community: null }] as const),
  )
  const steps = (way: ViewEdge[]): PathStep[] =>
    way.map((edge) => ({ from: placed.get(edge.source)!, to: placed.get(edge.target)!, edge }))
  return { paths: ranked.map(steps), view: { nodes: [...placed.values()], edges: among } }
}

async function growFrom(
  store: GraphStore,
  frontier: string[],
  nodes: Map<string, PlacelessNode>,
  edges: Map<string, ViewEdge>,
  signal: AbortSignal | null,
): Promise<string[]> {
  const ids = frontier.flatMap((key) => parseKey(key)?.id ?? [])
  const types = predicates.join('|')
  const reached: string[] = []
  for (const out of [true, false]) {
    const rows = await readRows(
      store,
      `UNWIND $ids AS here MATCH (a:Concept {id: here})${out ? `-[r:${types}]->` : `<-[r:${types}]-`}(b:Concept)
       RETURN here, type(r) AS relation, ${derivedEdgeColumns}, ${conceptColumns('b')}
       ORDER BY behind DESC, papers DESC, id LIMIT ${edgesPerStep}`,
      { ids },
      signal,
    )
    for (const row of rows) {
      const node = conceptNode(row)
      const here = conceptKey(text(row.here))
      const [source, target] = out ? [here, node.key] : [node.key, here]
      const edge = edgeBetween(source, text(row.relation), target, row)
      edges.set(edge.key, edge)
      if (!nodes.has(node.key)) reached.push(node.key)
      nodes.set(node.key, node)
    }
  }
  return reached
}

/** Paths without a node twice, by depth-first search, one edge (the best supported) between two nodes. */
function simplePaths(from: string, to: string, edges: ViewEdge[]): ViewEdge[][] {
  const best = new Map<string, Map<string, ViewEdge>>()
  for (const edge of edges) {
    for (const [a, b] of [
      [edge.source, edge.target],
      [edge.target, edge.source],
    ] as const) {
      if (a === b) continue
      const around = best.get(a) ?? new Map<string, ViewEdge>()
      const known = around.get(b)
      if (!known || edge.papers > known.papers || (edge.papers === known.papers && edge.key < known.key))
        around.set(b, edge)
      best.set(a, around)
    }
  }
  const found: ViewEdge[][] = []
  const visited = new Set([from])
  const walk = (here: string, way: ViewEdge[], longest: number): void => {
    if (found.length >= maxWays) return
    if (here === to) {
      if (way.length === longest) found.push([...way])
      return
    }
    if (way.length === longest) return
    for (const [next, edge] of [...(best.get(here) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (visited.has(next)) continue
      visited.add(next)
      walk(next, [...way, edge], longest)
      visited.delete(next)
    }
  }
  // Shorter ways are complete before longer ones are looked for.
  for (let longest = 1; longest <= maxSteps; longest++) walk(from, [], longest)
  return found
}

/** A chain is as strong as its weakest edge. */
function support(way: ViewEdge[]): number {
  return Math.min(...way.map((edge) => edge.papers))
}

function pathKey(way: ViewEdge[]): string {
  return way.map((edge) => edge.key).join(' ')
}
