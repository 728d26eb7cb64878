/** The one place that knows sigma: shows a view, reports what a person does, answers where things are. */
import { MultiDirectedGraph } from 'graphology'
import type { Community, View } from '../../api/contract.ts'
import type { Theme } from '../palette.ts'
import { type Appearance, firstAppearance, type Place } from '../state/picture.ts'
import { type Selection, selectedNodes } from '../state/selection.ts'
import { drawEdge, drawNode, type Look, nodeSize } from './appearance.ts'
import type { Axis } from './axis-layer.ts'
import { type Bounds, boundsOf, isSameBounds, shrinkFor } from './bounds.ts'
import type { CameraPlace } from './camera-place.ts'
import type { CanvasEvents } from './canvas-events.ts'
import { CountedSigma } from './counted-sigma.ts'
import { type Point, pointOnEdge } from './edge-geometry.ts'
import { type Emphasis, type Figure, figureOf, noEmphasis } from './emphasis.ts'
import { findNodesByPlace } from './find-nodes.ts'
import { watchGestures } from './gestures.ts'
import type { ImageScene } from './image.ts'
import { nodesInside } from './lasso.ts'
import { createLayers } from './layers.ts'
import { watchMotion } from './motion.ts'
import { onPage, watchPointer } from './pointer.ts'
import { duration, settingsFor } from './settings.ts'
import type { DrawnNodes } from './shape-program.ts'
import { isLarge } from './size-class.ts'
import { graphOf, synchronise } from './synchronise.ts'

export interface GraphCanvas {
  /** @param fresh whether this is another picture, not a change of the one shown: the camera starts anew */
  show(view: View, communities: readonly Community[], fresh: boolean): void
  select(selection: Selection | null): void
  /** Dims all but a node and its neighbours until another is given, or null. */
  focus(key: string | null): void
  /** Marks a node as if the pointer were on it. */
  point(key: string | null): void
  /** Marks the nodes that are held in their places. */
  pin(keys: ReadonlySet<string>): void
  /** Draws years under the nodes until it is given null. */
  setAxis(axis: Axis | null): void
  setTheme(theme: Theme): void
  /** @param sizes how much of the chosen measure each node has, from 0 to 1; null sizes nodes by their papers */
  setAppearance(appearance: Appearance, sizes: ReadonlyMap<string, number> | null): void
  /** Puts nodes elsewhere, on the screen alone. */
  place(places: Iterable<readonly [string, Place]>): void
  /** Whether every gesture draws a lasso, also without Shift. */
  setLasso(on: boolean): void
  fit(): void
  zoom(direction: 'in' | 'out'): void
  camera(): CameraPlace
  setCamera(place: CameraPlace): void
  /** Brings a node into sight where it is not. */
  reveal(key: string): void
  /** Where a node is on the page, in CSS pixels. */
  nodePosition(key: string): Point | null
  /** Radius of a node, in CSS pixels. */
  nodeRadius(key: string): number | null
  /** A point on an edge, in CSS pixels of the page. */
  edgePosition(key: string): Point | null
  /** How often sigma has read the whole graph. */
  fullRefreshes(): number
  /** What an image of the picture is drawn from, as it stands now. */
  scene(): ImageScene
  resize(): void
  destroy(): void
}

const wholePicture = { x: 0.5, y: 0.5, ratio: 1, angle: 0 }
/** With more edges than these the quiet ones lose their colour. */
const mostColouredEdges = 160

/** @throws where the browser has no WebGL */
export function createGraphCanvas(container: HTMLElement, theme: Theme, events: CanvasEvents): GraphCanvas {
  let look: Look = {
    theme,
    appearance: firstAppearance,
    sizes: null,
    crowded: false,
    large: false,
    shrink: 1,
  }
  let emphasis: Emphasis = noEmphasis
  let figure: Figure | null = null
  let communities: readonly Community[] = []
  let pinned: ReadonlySet<string> = new Set()
  let axis: Axis | null = null
  let selection: Selection | null = null
  let lasso: readonly Point[] = []
  let drawsLasso = false
  /** While sigma has another graph than the layers. */
  let isStale = false

  const isMoving = (): boolean => look.large && motion.isMoving()
  const drawnNodes: DrawnNodes = { program: null }
  const sigma: CountedSigma = new CountedSigma(new MultiDirectedGraph(), container, {
    ...settingsFor(isMoving, drawnNodes),
    nodeReducer: (key, attributes) => drawNode(key, attributes, look),
    edgeReducer: (_, attributes) => drawEdge(attributes, look),
  })
  findNodesByPlace(sigma, drawnNodes)
  const camera = sigma.getCamera()
  const motion = watchMotion(camera, () => {
    if (look.large) sigma.scheduleRender()
  })
  const layers = createLayers(sigma, () => ({ look, figure, pinned, axis, lasso, isMoving: isMoving() }))
  sigma.on('afterRender', () => {
    if (!isStale) layers.paint()
  })
  sigma.resize(true)

  /** Makes a part of the plane fill the window. */
  function frame(bounds: Bounds): void {
    sigma.setCustomBBox(bounds)
    look = { ...look, shrink: shrinkFor(bounds, sigma.getDimensions()) }
  }

  function emphasise(change: Partial<Emphasis>): void {
    emphasis = { ...emphasis, ...change }
    figure = figureOf(sigma.getGraph(), emphasis, look.shrink)
    layers.paintSoon()
  }

  /** Tells the layers what sigma shows. */
  function takeIn(): void {
    const nodes = sigma
      .getGraph()
      .mapNodes((key, node) => ({ key, x: node.x, y: node.y, size: nodeSize(key, node, look) }))
    layers.take(nodes, look.large ? [] : communities)
    isStale = false
    emphasise({})
  }

  function lookAnew(change: Partial<Look>): void {
    look = { ...look, ...change }
    sigma.refresh()
    takeIn()
  }

  function place(places: Iterable<readonly [string, Place]>): void {
    const graph = sigma.getGraph()
    const nodes: string[] = []
    const edges = new Set<string>()
    for (const [key, { x, y }] of places) {
      if (!graph.hasNode(key)) continue
      // Not as a change of the graph, at which sigma would process all of it.
      Object.assign(graph.getNodeAttributes(key), { x, y })
      nodes.push(key)
      graph.forEachEdge(key, (edge) => edges.add(edge))
    }
    sigma.refresh({ partialGraph: { nodes, edges: [...edges] }, skipIndexation: true, schedule: true })
    if (!look.large) takeIn()
  }

  function viewportOf(key: string): Point {
    const { x, y } = sigma.getGraph().getNodeAttributes(key)
    return sigma.graphToViewport({ x, y })
  }

  const wasGesture = watchGestures(sigma, {
    drawsLasso: () => drawsLasso,
    dragNode: (key, to) => place([[key, to]]),
    dropNode(key) {
      // Another picture may have come meanwhile.
      if (!sigma.getGraph().hasNode(key)) return
      const { x, y } = sigma.getGraph().getNodeAttributes(key)
      takeIn()
      events.moveNode(key, x, y)
    },
    lasso(line) {
      lasso = line
      layers.paintSoon()
    },
    closeLasso(line) {
      const nodes = sigma.getGraph().mapNodes((key, { x, y }) => ({ key, x, y }))
      const polygon = line.map((point) => sigma.viewportToGraph(point))
      events.selectNodes(nodesInside(polygon, nodes))
    },
  })
  watchPointer(sigma, { events, emphasise, findsEdges: () => !look.large, wasGesture })
  const surfaces = Object.values(sigma.getCanvases())
  for (const surface of surfaces) surface.addEventListener('webglcontextlost', events.lost)

  return {
    show(view, shown, fresh) {
      const before = look
      if (fresh) frame(boundsOf(view.nodes))
      const large = isLarge(view.nodes.length, view.edges.length)
      look = { ...look, large, crowded: view.edges.length > mostColouredEdges }
      isStale = true
      if (fresh) camera.setState(wholePicture)
      const graph = sigma.getGraph()
      const looksOther =
        fresh ||
        before.large !== look.large ||
        before.crowded !== look.crowded ||
        before.shrink !== look.shrink
      const isMostlyDropped = 2 * (view.nodes.length + view.edges.length) < graph.order + graph.size
      if (looksOther || isMostlyDropped) sigma.setGraph(graphOf(view))
      else {
        const changed = sigma.duringChange(() => synchronise(graph, view))
        if (changed !== null) sigma.refresh({ partialGraph: changed, skipIndexation: false })
      }
      communities = shown
      takeIn()
      layers.paint()
    },
    select(next) {
      if (next === selection) return
      selection = next
      emphasise({
        selectedNodes: selectedNodes(selection),
        selectedEdge: selection?.kind === 'edge' ? selection.key : null,
      })
    },
    focus: (key) => emphasise({ focus: key }),
    point: (key) => emphasise({ hoveredNode: key }),
    pin(keys) {
      pinned = keys
      layers.paintSoon()
    },
    setAxis(next) {
      if (next === axis) return
      axis = next
      sigma.scheduleRender()
    },
    setTheme(next) {
      if (next !== look.theme) lookAnew({ theme: next })
    },
    setAppearance(appearance, sizes) {
      if (appearance !== look.appearance || sizes !== look.sizes) lookAnew({ appearance, sizes })
    },
    place,
    setLasso(on) {
      drawsLasso = on
      container.classList.toggle('draws-lasso', on)
    },
    fit() {
      frame(boundsOf(sigma.getGraph().mapNodes((_, { x, y }) => ({ x, y }))))
      lookAnew({})
      void camera.animatedReset({ duration: duration(250) })
    },
    zoom(direction) {
      const options = { duration: duration(180) }
      void (direction === 'in' ? camera.animatedZoom(options) : camera.animatedUnzoom(options))
    },
    camera() {
      const { x, y, ratio } = camera.getState()
      return { x, y, ratio, frame: sigma.getCustomBBox() ?? sigma.getBBox() }
    },
    setCamera({ x, y, ratio, frame: bounds }) {
      if (!isSameBounds(bounds, sigma.getCustomBBox())) {
        frame(bounds)
        lookAnew({})
      }
      camera.setState({ x, y, ratio })
    },
    reveal(key) {
      if (!sigma.getGraph().hasNode(key)) return
      const { x, y } = viewportOf(key)
      const { width, height } = sigma.getDimensions()
      const margin = 40
      if (x > margin && y > margin && x < width - margin && y < height - margin) return
      const data = sigma.getNodeDisplayData(key)
      if (data) void camera.animate({ x: data.x, y: data.y }, { duration: duration(300) })
    },
    nodePosition: (key) => (sigma.getGraph().hasNode(key) ? onPage(sigma, viewportOf(key)) : null),
    nodeRadius(key) {
      const data = sigma.getNodeDisplayData(key)
      return data ? sigma.scaleSize(data.size) : null
    },
    edgePosition(key) {
      const graph = sigma.getGraph()
      if (!graph.hasEdge(key)) return null
      const [source, target] = graph.extremities(key)
      const curvature = graph.getEdgeAttribute(key, 'curvature')
      return onPage(sigma, pointOnEdge(viewportOf(source), viewportOf(target), curvature, 0.5))
    },
    fullRefreshes: () => sigma.fullRefreshes,
    scene: () => ({
      window: sigma,
      names: layers.names,
      communities: look.large ? [] : communities,
      figure,
      pinned,
      axis,
      look,
    }),
    resize() {
      sigma.resize()
      const bounds = sigma.getCustomBBox()
      const shrink = bounds ? shrinkFor(bounds, sigma.getDimensions()) : look.shrink
      if (shrink !== look.shrink) lookAnew({ shrink })
      // At once: a canvas of another size is empty.
      else sigma.refresh({ partialGraph: {}, skipIndexation: true })
    },
    destroy() {
      for (const surface of surfaces) surface.removeEventListener('webglcontextlost', events.lost)
      motion.stop()
      sigma.kill()
    },
  }
}
