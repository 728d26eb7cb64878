/** Runs in a page of its own: the picture without the explorer around it, and sigma as it comes. */
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import type { View, ViewEdge, ViewNode } from '../../graph-ui/api/contract.ts'
import type { CanvasEvents } from '../../graph-ui/app/sigma/canvas-events.ts'
import { createGraphCanvas, type GraphCanvas } from '../../graph-ui/app/sigma/graph-canvas.ts'
import { firstAppearance } from '../../graph-ui/app/state/picture.ts'
import { seededRandom } from '../../shared/seeded-random.ts'

/** What tests and benchmarks find in the page. */
export interface CanvasPage {
  /** What the person did, in order, as the names of events and their first values. */
  done: string[]
  firstAppearance: typeof firstAppearance
  /** A picture that fills the page. */
  picture(): GraphCanvas
  /** Sigma with its own settings, on the same nodes and edges. */
  bare(view: View): Sigma
  /** Nodes in clusters, and edges that are mostly within them: the same for the same numbers. */
  seededView(nodes: number, edges: number): View
  /** Milliseconds of the main thread that each frame since has taken, whatever is drawn. */
  frames: number[]
}

declare global {
  interface Window {
    canvasPage: CanvasPage
  }
}

const done: string[] = []
const frames: number[] = []

const { render } = Sigma.prototype as unknown as { render(): Sigma }
Object.assign(Sigma.prototype, {
  render(this: Sigma) {
    const started = performance.now()
    render.call(this)
    frames.push(performance.now() - started)
    return this
  },
})

window.canvasPage = {
  done,
  frames,
  firstAppearance,
  picture: () => createGraphCanvas(container(), 'light', recorded()),
  bare(view) {
    const graph = new MultiDirectedGraph()
    for (const { key, x, y, name, papers } of view.nodes) {
      graph.addNode(key, { x, y, label: name, size: 2 + Math.sqrt(papers), color: '#2f6db5' })
    }
    for (const { key, source, target } of view.edges) graph.addEdgeWithKey(key, source, target, { size: 1 })
    return new Sigma(graph, container())
  },
  seededView,
}

function container(): HTMLElement {
  document.body.innerHTML = '<div style="position: fixed; inset: 0"></div>'
  return document.body.firstElementChild as HTMLElement
}

function recorded(): CanvasEvents {
  const record = (name: string) => (first?: unknown) => {
    done.push(first === undefined ? name : `${name} ${String(first)}`)
  }
  return {
    selectNode: record('selectNode'),
    toggleNode: record('toggleNode'),
    selectNodes: record('selectNodes'),
    selectEdge: record('selectEdge'),
    selectNothing: record('selectNothing'),
    expandNode: record('expandNode'),
    moveNode: record('moveNode'),
    hoverNode: record('hoverNode'),
    hoverEdge: record('hoverEdge'),
    openMenu: record('openMenu'),
    lost: record('lost'),
  }
}

const types = ['Method', 'Dataset', 'Task', 'Metric'] as const
const clusterSize = 50

function seededView(nodeCount: number, edgeCount: number): View {
  const random = seededRandom(7)
  const side = Math.ceil(Math.sqrt(nodeCount / clusterSize))
  const nodes = Array.from({ length: nodeCount }, (_, i): ViewNode => {
    const cluster = Math.floor(i / clusterSize)
    const angle = 2 * Math.PI * random()
    const away = 180 * Math.sqrt(random())
    return {
      key: `Concept/${i}`,
      name: `Concept number ${i}`,
      type: types[i % types.length]!,
      papers: Math.ceil(200 * random() ** 8),
      year: 2000,
      lastYear: 2020,
      community: cluster,
      x: (cluster % side) * 400 + away * Math.cos(angle),
      y: Math.floor(cluster / side) * 400 + away * Math.sin(angle),
    }
  })
  const edges = Array.from({ length: edgeCount }, (_, i): ViewEdge => {
    const from = Math.floor(random() * nodeCount)
    const near = Math.floor(from / clusterSize) * clusterSize + Math.floor(random() * clusterSize)
    const to = random() < 0.9 && near < nodeCount ? near : Math.floor(random() * nodeCount)
    return {
      key: `edge ${i}`,
      source: `Concept/${from}`,
      target: `Concept/${to}`,
      type: 'USED_FOR',
      papers: 1 + Math.floor(4 * random()),
      against: 0,
      confidence: 0.9,
      firstYear: 2000,
      lastYear: 2020,
    }
  })
  return { nodes, edges }
}
