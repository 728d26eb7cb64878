/** The one place that knows sigma: shows a view, reports what a person does, answers where things are. */
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import type { Community, View } from '../../api/contract.ts'
import type { Theme } from '../palette.ts'
import type { Selection } from '../state/selection.ts'
import { drawEdge, drawNode, type Emphasis, noEmphasis } from './appearance.ts'
import { type Bounds, boundsOf, shrinkFor } from './bounds.ts'
import type { CameraPlace } from './camera-place.ts'
import { clearCanvas } from './clear-canvas.ts'
import { drawFields } from './community-fields.ts'
import { letNodesBeDragged } from './dragging.ts'
import { type Point, pointOnEdge, squaredDistanceToEdge } from './edge-geometry.ts'
import { watchLongPresses } from './long-press.ts'
import { createNameLayer } from './name-layer.ts'
import type { Caption } from './picture-caption.ts'
import { pictureAsPng } from './png.ts'
import { settingsFor } from './settings.ts'
import { type CanvasGraph, type EdgeAttributes, type NodeAttributes, synchronise } from './synchronise.ts'

export interface CanvasEvents {
  selectNode(key: string): void
  selectEdge(key: string): void
  selectNothing(): void
  expandNode(key: string): void
  moveNode(key: string, x: number, y: number): void
  /** @param at where on the page the person pointed */
  openMenu(key: string, at: Point): void
  /** The pointer has come to a node, or left it. */
  hoverNode(key: string | null): void
}

export interface GraphCanvas {
  /** @param fresh whether this is another picture, not a change of the one shown: the camera starts anew */
  show(view: View, communities: readonly Community[], fresh: boolean): void
  select(selection: Selection | null): void
  /** Dims all but a node and its neighbours while nothing else is pointed at. */
  focus(key: string | null): void
  setTheme(theme: Theme): void
  fit(): void
  zoom(direction: 'in' | 'out'): void
  camera(): CameraPlace
  setCamera(place: CameraPlace): void
  /** Brings a node into sight where it is not. */
  reveal(key: string): void
  /** Where a node is on the page, in CSS pixels. */
  nodePosition(key: string): Point | null
  /** A point on an edge, in CSS pixels of the page. */
  edgePosition(key: string): Point | null
  /** @param scale pixels of the image for one of the page */
  png(caption: Caption, scale: number): Promise<Blob>
  resize(): void
  destroy(): void
}

/** How near to an edge a click has to be, in pixels: edges are thinner than fingers. */
const edgeReach = 7

export function createGraphCanvas(container: HTMLElement, theme: Theme, events: CanvasEvents): GraphCanvas {
  const graph: CanvasGraph = new MultiDirectedGraph()
  let emphasis: Emphasis = { ...noEmphasis, theme }
  let communities: readonly Community[] = []

  const sigma = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    ...settingsFor(() => emphasis.theme),
    nodeReducer: (key, attributes) => drawNode(graph, key, attributes, emphasis),
    edgeReducer: (key, attributes) => drawEdge(graph, key, attributes, emphasis),
  })
  const fields = sigma.createCanvas('communities', { beforeLayer: 'edges' })
  const labels = sigma.createCanvas('names', { afterLayer: 'labels' })
  const names = createNameLayer(sigma)
  sigma.on('afterRender', () => {
    const size = sigma.getDimensions()
    const ratio = window.devicePixelRatio || 1
    const occupied = drawFields(sigma, clearCanvas(fields, size, ratio), communities, emphasis.theme)
    names.draw(clearCanvas(labels, size, ratio), emphasis.theme, occupied)
  })
  sigma.resize(true)

  /** Makes a part of the plane fill the window. */
  function frame(bounds: Bounds): void {
    sigma.setCustomBBox(bounds)
    emphasis = { ...emphasis, shrink: shrinkFor(bounds, sigma.getDimensions()) }
  }

  function emphasise(change: Partial<Emphasis>): void {
    emphasis = { ...emphasis, ...change }
    sigma.refresh({ skipIndexation: true })
  }

  function nearestEdge(point: Point): string | null {
    let best: { key: string; distance: number } | null = null
    graph.forEachEdge((key, { curvature }, source, target) => {
      const [a, b] = [viewportOf(source), viewportOf(target)]
      const distance = squaredDistanceToEdge(point, a, b, curvature)
      if (distance <= edgeReach ** 2 && (best === null || distance < best.distance)) best = { key, distance }
    })
    return (best as { key: string } | null)?.key ?? null
  }

  function viewportOf(key: string): Point {
    const { x, y } = graph.getNodeAttributes(key)
    return sigma.graphToViewport({ x, y })
  }

  function onPage({ x, y }: Point): Point {
    const box = container.getBoundingClientRect()
    return { x: box.left + x, y: box.top + y }
  }

  const wasDragged = letNodesBeDragged(sigma, events.moveNode)
  const wasPressedLong = watchLongPresses(sigma, events.openMenu)
  sigma.on('enterNode', ({ node }) => {
    container.style.cursor = 'pointer'
    emphasise({ hoveredNode: node, hoveredEdge: null })
    events.hoverNode(node)
  })
  sigma.on('leaveNode', () => {
    container.style.cursor = ''
    emphasise({ hoveredNode: null })
    events.hoverNode(null)
  })
  sigma.on('enterEdge', ({ edge }) => {
    container.style.cursor = 'pointer'
    emphasise({ hoveredEdge: edge })
  })
  sigma.on('leaveEdge', () => {
    container.style.cursor = ''
    emphasise({ hoveredEdge: null })
  })
  sigma.on('clickNode', ({ node }) => {
    if (!wasDragged() && !wasPressedLong()) events.selectNode(node)
  })
  sigma.on('rightClickNode', ({ node, event: { x, y, original } }) => {
    original.preventDefault()
    events.openMenu(node, onPage({ x, y }))
  })
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault()
    events.expandNode(node)
  })
  sigma.on('clickEdge', ({ edge }) => events.selectEdge(edge))
  sigma.on('clickStage', ({ event }) => {
    const edge = nearestEdge(event)
    if (edge === null) events.selectNothing()
    else events.selectEdge(edge)
  })

  return {
    show(view, shownCommunities, fresh) {
      communities = shownCommunities
      synchronise(graph, view)
      emphasis = { ...emphasis, hoveredNode: null, hoveredEdge: null, crowded: view.edges.length > 160 }
      if (fresh) {
        frame(boundsOf(view.nodes))
        sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 })
      }
      sigma.refresh()
    },
    select(selection) {
      emphasise({
        selectedNode: selection?.kind === 'node' ? selection.key : null,
        selectedEdge: selection?.kind === 'edge' ? selection.key : null,
      })
    },
    focus: (key) => emphasise({ focusedNode: key }),
    setTheme(next) {
      emphasis = { ...emphasis, theme: next }
      sigma.setSettings(settingsFor(() => emphasis.theme))
    },
    fit() {
      const nodes = graph.mapNodes((_, { x, y }) => ({ x, y }))
      frame(boundsOf(nodes))
      sigma.refresh()
      void sigma.getCamera().animatedReset({ duration: 250 })
    },
    zoom(direction) {
      const camera = sigma.getCamera()
      void (direction === 'in'
        ? camera.animatedZoom({ duration: 180 })
        : camera.animatedUnzoom({ duration: 180 }))
    },
    camera() {
      const { x, y, ratio } = sigma.getCamera().getState()
      return { x, y, ratio, frame: sigma.getCustomBBox() ?? sigma.getBBox() }
    },
    setCamera({ x, y, ratio, frame: bounds }) {
      frame(bounds)
      sigma.getCamera().setState({ x, y, ratio })
      sigma.refresh()
    },
    reveal(key) {
      if (!graph.hasNode(key)) return
      const { x, y } = viewportOf(key)
      const { width, height } = sigma.getDimensions()
      const margin = 40
      if (x > margin && y > margin && x < width - margin && y < height - margin) return
      const data = sigma.getNodeDisplayData(key)
      if (data) void sigma.getCamera().animate({ x: data.x, y: data.y }, { duration: 300 })
    },
    nodePosition: (key) => (graph.hasNode(key) ? onPage(viewportOf(key)) : null),
    edgePosition(key) {
      if (!graph.hasEdge(key)) return null
      const [source, target] = graph.extremities(key)
      const curvature = graph.getEdgeAttribute(key, 'curvature')
      return onPage(pointOnEdge(viewportOf(source), viewportOf(target), curvature, 0.5))
    },
    png: (caption, scale) =>
      pictureAsPng({ sigma, names, communities, theme: emphasis.theme, caption, scale }),
    resize() {
      sigma.resize()
      const bounds = sigma.getCustomBBox()
      if (bounds) emphasis = { ...emphasis, shrink: shrinkFor(bounds, sigma.getDimensions()) }
      sigma.refresh({ skipIndexation: true })
    },
    destroy: () => sigma.kill(),
  }
}
