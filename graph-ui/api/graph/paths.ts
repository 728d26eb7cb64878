/** Several ways from one concept to another, the shortest and best supported first. */
import { UsageError } from '../../../shared/errors.ts'
import type { GraphStore } from '../../../shared/graph-store/store.ts'
import { type Predicate, predicates } from '../../../shared/schema.ts'
import type { Path, PathStep, Paths, PathsOptions, ViewEdge, ViewNode } from '../contract.ts'
import { NotFoundError } from '../failures.ts'
import { edgesAmong } from './edges-among.ts'
import { conceptKey, parseKey } from './keys.ts'
import { findNode } from './neighbours.ts'
import { placedView } from './placed-view.ts'
import { rankedWays, type Way } from './ranked-ways.ts'
import { readRows, text } from './reading.ts'
import {
  conceptColumns,
  conceptNode,
  derivedEdgeColumns,
  edgeBetween,
  mergeViews,
  type PlacelessNode,
} from './view-parts.ts'

const longest = 4
/** Edges followed from each side at each step, the best supported first: hubs would lead everywhere. */
const edgesPerStep = 1500

/** @throws UsageError where an end is no concept or both are the same, NotFoundError where one is not there */
export async function pathsBetween(
  store: GraphStore,
  fromKey: string,
  toKey: string,
  { limit, relations }: PathsOptions,
  signal: AbortSignal | null,
): Promise<Paths> {
  const ends = [fromKey, toKey]
  const other = ends.find((key) => !key.startsWith('Concept/'))
  if (other !== undefined) throw new UsageError(`Paths lead from concept to concept, and ${other} is none.`)
  if (fromKey === toKey) throw new UsageError('Both ends are the same concept. Choose two different ones.')
  const known = await Promise.all(ends.map((key) => findNode(store, key, signal)))
  const missing = ends.find((_, i) => known[i] === null)
  if (missing !== undefined) throw new NotFoundError(`The graph has no ${missing}.`)

  const sides = ends.map((key, i): Side => {
    return { frontier: [key], nodes: new Map([[key, known[i]!]]), edges: new Map(), isComplete: true }
  })
  for (let step = 0; step < longest / 2; step++) {
    await Promise.all(sides.map((side) => grow(store, side, relations, signal)))
  }
  const nodes = new Map(sides.flatMap((side) => [...side.nodes]))
  const edges = [...new Map(sides.flatMap((side) => [...side.edges])).values()]
  const ways = rankedWays(fromKey, toKey, edges, { limit, longest })

  const kept = new Set(ways.flatMap((way) => way.edges.flatMap(({ source, target }) => [source, target])))
  const among = (await edgesAmong(store, kept, signal)).filter(
    ({ source, target, type }) => source !== target && relations.some((relation) => relation === type),
  )
  const view = await placedView(
    mergeViews([{ nodes: [...kept].map((key) => nodes.get(key)!), edges: among }]),
    signal,
  )
  const placed = new Map(view.nodes.map((node) => [node.key, node]))
  return {
    paths: ways.map((way) => walk(fromKey, way, placed)),
    view,
    longest,
    isComplete: sides.every(({ isComplete }) => isComplete),
  }
}

/** What is known around one end. */
interface Side {
  /** Keys of the nodes that came last. */
  frontier: string[]
  nodes: Map<string, PlacelessNode>
  edges: Map<string, ViewEdge>
  isComplete: boolean
}

/** Adds what is one step further away. */
async function grow(
  store: GraphStore,
  side: Side,
  relations: readonly Predicate[],
  signal: AbortSignal | null,
): Promise<void> {
  const ids = side.frontier.flatMap((key) => parseKey(key)?.id ?? [])
  const types = predicates.filter((predicate) => relations.includes(predicate)).join('|')
  side.frontier = []
  if (ids.length === 0) return
  for (const pattern of [`-[r:${types}]->`, `<-[r:${types}]-`]) {
    const rows = await readRows(
      store,
      `UNWIND $ids AS here MATCH (a:Concept {id: here})${pattern}(b:Concept)
       RETURN here, type(r) AS relation, ${derivedEdgeColumns}, ${conceptColumns('b')}
       ORDER BY behind DESC, papers DESC, id, here, relation LIMIT ${edgesPerStep}`,
      { ids },
      signal,
    )
    if (rows.length === edgesPerStep) side.isComplete = false
    for (const row of rows) {
      const node = conceptNode(row)
      const here = conceptKey(text(row.here))
      const [source, target] = pattern.startsWith('-') ? [here, node.key] : [node.key, here]
      const edge = edgeBetween(source, text(row.relation), target, row)
      side.edges.set(edge.key, edge)
      if (side.nodes.has(node.key)) continue
      side.frontier.push(node.key)
      side.nodes.set(node.key, node)
    }
  }
}

/** A way as it is walked from its beginning. */
function walk(from: string, way: Way, placed: ReadonlyMap<string, ViewNode>): Path {
  const steps: PathStep[] = []
  let here = from
  for (const edge of way.edges) {
    const isAlong = edge.source === here
    const next = isAlong ? edge.target : edge.source
    const direction = isAlong ? 'out' : 'in'
    steps.push({ from: placed.get(here)!, to: placed.get(next)!, edge, direction })
    here = next
  }
  const isKnown = way.edges.every(({ confidence }) => confidence !== null)
  return { steps, papers: way.papers, confidence: isKnown ? way.confidence : null }
}
