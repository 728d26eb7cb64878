/** What is shown, as an image file: drawn anew in two dimensions, so that it is sharp at any scale. */
import type Sigma from 'sigma'
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import type { Community } from '../../api/contract.ts'
import { surface } from '../palette.ts'
import type { Look } from './appearance.ts'
import { type Axis, drawAxis } from './axis-layer.ts'
import { clearCanvas } from './clear-canvas.ts'
import { drawFields } from './community-fields.ts'
import type { Figure } from './emphasis.ts'
import { drawEmphasis, drawPlates } from './emphasis-layer.ts'
import type { NameLayer } from './name-layer.ts'
import { type Caption, drawHead, drawLegend, headHeight, legendHeight } from './picture-caption.ts'
import { drawEdgeLine, type End } from './picture-edge.ts'
import type { ShapedNode } from './shape-program.ts'
import { shapes, traceShape } from './shapes.ts'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

interface Shown {
  sigma: Sigma<NodeAttributes, EdgeAttributes>
  names: NameLayer
  communities: readonly Community[]
  figure: Figure | null
  axis: Axis | null
  look: Look
  caption: Caption
  /** Pixels of the image for one of the page. */
  scale: number
}

type DrawnNode = NodeDisplayData & End & Partial<ShapedNode>

export async function pictureAsPng(shown: Shown): Promise<Blob> {
  const { sigma, caption, scale } = shown
  const { theme } = shown.look
  const { width, height } = sigma.getDimensions()
  const canvas = document.createElement('canvas')
  const legend = legendHeight(canvas.getContext('2d')!, caption, width)
  const context = clearCanvas(canvas, { width, height: headHeight + height + legend }, scale)
  context.fillStyle = surface(theme).canvas
  context.fillRect(0, 0, width, headHeight + height + legend)
  context.save()
  context.translate(0, headHeight)
  context.beginPath()
  context.rect(0, 0, width, height)
  context.clip()
  drawPicture(context, shown)
  context.restore()
  drawHead(context, caption, theme)
  context.translate(0, headHeight + height)
  drawLegend(context, caption, theme, width)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('The browser made no image; the picture may be too large.'))
    }, 'image/png')
  })
}

/** The layers as they lie above each other: fields, edges, nodes, what stands out, names, plates. */
function drawPicture(
  context: CanvasRenderingContext2D,
  { sigma, names, communities, figure, axis, look }: Shown,
): void {
  const occupied = drawFields(sigma, context, communities, look.theme)
  drawAxis(sigma, context, axis, look.theme)
  const nodes = nodesOf(sigma)
  for (const { data, source, target } of edgesOf(sigma)) {
    drawEdgeLine(context, data, nodes.get(source)!, nodes.get(target)!)
  }
  for (const node of nodes.values()) drawNode(context, node)
  drawEmphasis(sigma, context, figure, look, figure?.active ?? [])
  names.draw(context, look.theme, occupied)
  drawPlates(sigma, context, figure, look)
}

function drawNode(context: CanvasRenderingContext2D, node: DrawnNode): void {
  context.beginPath()
  traceShape(context, shapes[node.shape ?? 0]!, node)
  context.fillStyle = node.color
  context.fill()
}

/** Nodes where they stand in the window, with the sizes they have there. */
function nodesOf(sigma: Shown['sigma']): Map<string, DrawnNode> {
  const nodes = new Map<string, DrawnNode>()
  sigma.getGraph().forEachNode((key) => {
    const data = sigma.getNodeDisplayData(key)
    if (!data) return
    nodes.set(key, { ...data, ...sigma.framedGraphToViewport(data), size: sigma.scaleSize(data.size) })
  })
  return nodes
}

function edgesOf(sigma: Shown['sigma']) {
  const least = sigma.getSetting('minEdgeThickness')
  return sigma.getGraph().mapEdges((key, { curvature }, source, target) => {
    const data = sigma.getEdgeDisplayData(key) as EdgeDisplayData
    const size = Math.max(least, sigma.scaleSize(data.size))
    return { source, target, data: { ...data, key, curvature, size } }
  })
}
