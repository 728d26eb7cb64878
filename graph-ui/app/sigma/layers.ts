/** The canvases that lie between and above those of sigma, and what is drawn on each. */
import type { Community } from '../../api/contract.ts'
import type { Look } from './appearance.ts'
import { type Axis, drawAxis } from './axis-layer.ts'
import { clearCanvas } from './clear-canvas.ts'
import { createFieldLayer } from './community-fields.ts'
import { createCrowdLayer } from './crowd-layer.ts'
import type { Point } from './edge-geometry.ts'
import type { Figure } from './emphasis.ts'
import { drawEmphasis, drawPlates } from './emphasis-layer.ts'
import { drawLasso } from './lasso.ts'
import { createNameIndex, type IndexedNode, type NameIndex } from './name-index.ts'
import { createNameLayer, type NameLayer, type Rectangle } from './name-layer.ts'
import { drawPinMarks, mostMarks } from './pin-marks.ts'
import { type Renderer, visibleWindow } from './plane.ts'

/** What the layers show. */
export interface Scene {
  look: Look
  figure: Figure | null
  pinned: ReadonlySet<string>
  /** The years under a timeline. */
  axis: Axis | null
  /** A lasso as far as it is drawn. */
  lasso: readonly Point[]
  /** Whether the camera moves in a large picture, which is drawn once more when it rests. */
  isMoving: boolean
}

export interface Layers {
  names: NameLayer
  /** Takes in the nodes and communities as they stand now. */
  take(nodes: readonly IndexedNode[], communities: readonly Community[]): void
  /** Draws all of them, after sigma has drawn. */
  paint(): void
  /** Draws those above the nodes with the next frame: nothing has moved. */
  paintSoon(): void
}

/** As many nodes are drawn one by one in each frame; of more, those in sight are looked for. */
const fewNodes = 400
/** Of more nodes that stand out so many do while the camera moves, without the edges among them. */
const mostMoving = 500
/** Pixels around the window: rings reach into it. */
const margin = 30

/** @param scene asked at every drawing */
export function createLayers(sigma: Renderer, scene: () => Scene): Layers {
  const canvases = {
    fields: sigma.createCanvas('communities', { beforeLayer: 'edges' }),
    emphasis: sigma.createCanvas('emphasis', { afterLayer: 'nodes' }),
    crowd: sigma.createCanvas('crowd', { afterLayer: 'emphasis' }),
    names: sigma.createCanvas('names', { afterLayer: 'labels' }),
    plates: sigma.createCanvas('plates', { afterLayer: 'hovers' }),
    lasso: sigma.createCanvas('lasso', { beforeLayer: 'mouse' }),
  }
  /** Those on which something is drawn. */
  const drawn = new Set<keyof typeof canvases>()
  const fields = createFieldLayer(sigma)
  const drawCrowd = createCrowdLayer(sigma)
  const names = createNameLayer(sigma, () => {
    const { figure, look } = scene()
    return { figure, crowd: crowd.nodes, names: look.appearance.names, isLarge: look.large, windows: 1 }
  })
  let nodes = createNameIndex([])
  let all: readonly IndexedNode[] = []
  let crowd: { of: readonly string[]; nodes: NameIndex } = { of: [], nodes }
  let hasFields = false
  let titles: Rectangle[] = []
  let frame: number | null = null
  sigma.on('kill', cancel)

  function cancel(): void {
    if (frame !== null) cancelAnimationFrame(frame)
    frame = null
  }

  /** A canvas that stays empty costs nothing. */
  function draw(
    name: keyof typeof canvases,
    isNeeded: boolean,
    paint: (context: CanvasRenderingContext2D) => void,
  ): void {
    if (!isNeeded && !drawn.has(name)) return
    const context = clearCanvas(canvases[name], sigma.getDimensions(), window.devicePixelRatio || 1)
    if (isNeeded) paint(context)
    if (isNeeded) drawn.add(name)
    else drawn.delete(name)
  }

  /** @returns of very many keys those of the largest nodes in sight */
  function inSight(keys: ReadonlySet<string>, most: number): Iterable<string> {
    return keys.size <= fewNodes ? keys : nodes.within(visibleWindow(sigma, margin), most, keys)
  }

  /** A crowd stays as it was drawn while nodes are only pointed at. */
  function paintCrowd(hasMoved: boolean): void {
    const { look, figure, isMoving } = scene()
    const of = figure?.crowd ?? []
    const isSame = of === crowd.of || of.length + crowd.of.length === 0
    if (isSame && !hasMoved) return
    if (!isSame) {
      const keys = new Set(of)
      crowd = { of, nodes: createNameIndex(all.filter(({ key }) => keys.has(key))) }
    }
    draw('crowd', of.length > 0, (context) => {
      const most = isMoving ? mostMoving : Number.POSITIVE_INFINITY
      drawCrowd(context, crowd.nodes.within(visibleWindow(sigma, margin), most, null), look)
    })
  }

  function paintAbove(hasMoved: boolean): void {
    cancel()
    const { look, figure, pinned, lasso, isMoving } = scene()
    draw('emphasis', figure !== null, (context) => {
      const isCrowd = figure !== null && figure.crowd.length > 0
      const shown = isMoving && isCrowd ? { ...figure, edges: [] } : figure
      drawEmphasis(sigma, context, shown, look, isCrowd ? [] : (figure?.active ?? []))
    })
    paintCrowd(hasMoved)
    draw('names', true, (context) => names.draw(context, look.theme, titles))
    draw('plates', figure !== null || pinned.size > 0, (context) => {
      drawPlates(sigma, context, figure, look)
      drawPinMarks(sigma, context, inSight(pinned, mostMarks), look.theme)
    })
    draw('lasso', lasso.length > 0, (context) => drawLasso(context, lasso, look.theme))
  }

  return {
    names,
    take(shown, communities) {
      all = shown
      nodes = createNameIndex(shown)
      crowd = { of: [], nodes: createNameIndex([]) }
      names.index(nodes)
      fields.show(communities)
      hasFields = communities.length > 0
    },
    paint() {
      const { look, axis } = scene()
      titles = []
      draw('fields', hasFields || axis !== null, (context) => {
        titles = fields.draw(context, look.theme)
        drawAxis(sigma, context, axis, look.theme)
      })
      paintAbove(true)
    },
    paintSoon() {
      frame ??= requestAnimationFrame(() => paintAbove(false))
    },
  }
}
