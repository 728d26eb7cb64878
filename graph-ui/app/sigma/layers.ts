/** The canvases that lie between and above those of sigma, and what is drawn on each. */
import type { Community } from '../../api/contract.ts'
import type { Look } from './appearance.ts'
import { type Axis, drawAxis } from './axis-layer.ts'
import { clearCanvas } from './clear-canvas.ts'
import { createFieldLayer } from './community-fields.ts'
import type { Point } from './edge-geometry.ts'
import type { Figure } from './emphasis.ts'
import { drawEmphasis, drawPlates } from './emphasis-layer.ts'
import { drawLasso } from './lasso.ts'
import type { IndexedNode } from './name-index.ts'
import { createNameLayer, type NameLayer, type Rectangle } from './name-layer.ts'
import { drawPinMarks } from './pin-marks.ts'
import type { Renderer } from './plane.ts'

/** What the layers show. */
export interface Scene {
  look: Look
  figure: Figure | null
  pinned: ReadonlySet<string>
  /** The years under a timeline. */
  axis: Axis | null
  /** A lasso as far as it is drawn. */
  lasso: readonly Point[]
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

/** @param scene asked at every drawing */
export function createLayers(sigma: Renderer, scene: () => Scene): Layers {
  const canvases = {
    fields: sigma.createCanvas('communities', { beforeLayer: 'edges' }),
    emphasis: sigma.createCanvas('emphasis', { afterLayer: 'nodes' }),
    names: sigma.createCanvas('names', { afterLayer: 'labels' }),
    plates: sigma.createCanvas('plates', { afterLayer: 'hovers' }),
    lasso: sigma.createCanvas('lasso', { beforeLayer: 'mouse' }),
  }
  const fields = createFieldLayer(sigma)
  const names = createNameLayer(sigma, () => {
    const { figure, look } = scene()
    return { figure, names: look.appearance.names, isLarge: look.large, windows: 1 }
  })
  let titles: Rectangle[] = []
  let frame: number | null = null
  sigma.on('kill', cancel)

  function cancel(): void {
    if (frame !== null) cancelAnimationFrame(frame)
    frame = null
  }

  function cleared(name: keyof typeof canvases): CanvasRenderingContext2D {
    return clearCanvas(canvases[name], sigma.getDimensions(), window.devicePixelRatio || 1)
  }

  function paintAbove(): void {
    cancel()
    const { look, figure, pinned, lasso } = scene()
    drawEmphasis(sigma, cleared('emphasis'), figure, look)
    names.draw(cleared('names'), look.theme, titles)
    const plates = cleared('plates')
    drawPlates(sigma, plates, figure, look)
    drawPinMarks(sigma, plates, pinned, look.theme)
    drawLasso(cleared('lasso'), lasso, look.theme)
  }

  return {
    names,
    take(nodes, communities) {
      names.index(nodes)
      fields.show(communities)
    },
    paint() {
      const behind = cleared('fields')
      titles = fields.draw(behind, scene().look.theme)
      drawAxis(sigma, behind, scene().axis, scene().look.theme)
      paintAbove()
    },
    paintSoon() {
      frame ??= requestAnimationFrame(paintAbove)
    },
  }
}
