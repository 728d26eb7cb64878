/** Places for a view of very many nodes, found in a thread of its own so that the server goes on answering. */
import { startWorker } from '../../../shared/entry.ts'
import { QueryStoppedError } from '../../../shared/errors.ts'
import type { Places } from '../../layout/graph.ts'
import type { PlacelessView } from './view-parts.ts'

/** Nodes are numbered; the strongest first. */
export interface LargeGraph {
  nodes: number
  sources: Uint32Array<ArrayBuffer>
  targets: Uint32Array<ArrayBuffer>
  weights: Uint32Array<ArrayBuffer>
}

/** @throws QueryStoppedError when the signal is aborted; Error what keeps the thread from its answer */
export async function layOutLarge(view: PlacelessView, signal: AbortSignal | null): Promise<Places> {
  const nodes = [...view.nodes].sort((a, b) => b.papers - a.papers || (a.key < b.key ? -1 : 1))
  const numberOf = new Map(nodes.map(({ key }, i) => [key, i]))
  const graph: LargeGraph = {
    nodes: nodes.length,
    sources: Uint32Array.from(view.edges, ({ source }) => numberOf.get(source)!),
    targets: Uint32Array.from(view.edges, ({ target }) => numberOf.get(target)!),
    weights: Uint32Array.from(view.edges, ({ papers }) => papers),
  }
  const places = await placesOf(graph, signal)
  return new Map(
    nodes.map(({ key }, i) => [key, { x: rounded(places[2 * i]!), y: rounded(places[2 * i + 1]!) }]),
  )
}

function placesOf(graph: LargeGraph, signal: AbortSignal | null): Promise<Float32Array> {
  signal?.throwIfAborted()
  const worker = startWorker('./large-layout-worker', import.meta.url, { workerData: graph })
  let stop = () => {}
  return new Promise<Float32Array>((resolve, reject) => {
    stop = () => reject(new QueryStoppedError('The layout was stopped: nobody waits for it.', 'aborted'))
    signal?.addEventListener('abort', stop, { once: true })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The layout of a large view ended without an answer.')))
  }).finally(() => {
    signal?.removeEventListener('abort', stop)
    return worker.terminate()
  })
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
