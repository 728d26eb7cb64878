/** What is shown, as an image file: drawn anew in two dimensions, so that it is sharp at any scale. */
import type Sigma from 'sigma'
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import type { Community } from '../../api/contract.ts'
import { surface, type Theme } from '../palette.ts'
import { clearCanvas } from './clear-canvas.ts'
import { drawFields } from './community-fields.ts'
import { drawEdgeLabel, drawNodeHover } from './labels.ts'
import type { NameLayer } from './name-layer.ts'
import { type Caption, drawHead, drawLegend, headHeight, legendHeight } from './picture-caption.ts'
import { drawEdgeLine, type End } from './picture-edge.ts'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

interface Shown {
  sigma: Sigma<NodeAttributes, EdgeAttributes>
  names: NameLayer
  communities: readonly Community[]
  theme: Theme
  caption: Caption
  /** Pixels of the image for one of the page. */
  scale: number
}

type DrawnNode = NodeDisplayData & End & { key: string }

export async function pictureAsPng(shown: Shown): Promise<Blob> {
  const { sigma, theme, caption, scale } = shown
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

/** The layers as sigma stacks them: fields, edges, nodes, names, and what is selected above all. */
function drawPicture(context: CanvasRenderingContext2D, { sigma, names, communities, theme }: Shown): void {
  const occupied = drawFields(sigma, context, communities, theme)
  const nodes = nodesOf(sigma)
  const edges = edgesOf(sigma)
  for (const { data, source, target } of edges) {
    drawEdgeLine(context, data, nodes.get(source)!, nodes.get(target)!)
  }
  const ordered = [...nodes.values()].sort((a, b) => a.zIndex - b.zIndex)
  for (const node of ordered) drawDisc(context, node)
  const settings = sigma.getSettings()
  for (const { data, source, target } of edges) {
    drawEdgeLabel(() => theme)(context, data, nodes.get(source)!, nodes.get(target)!, settings)
  }
  names.draw(context, theme, occupied)
  for (const node of ordered.filter(({ highlighted }) => highlighted)) {
    drawNodeHover(() => theme)(context, node, settings)
    drawDisc(context, node)
  }
}

function drawDisc(context: CanvasRenderingContext2D, { x, y, size, color }: DrawnNode): void {
  context.beginPath()
  context.arc(x, y, size, 0, 2 * Math.PI)
  context.fillStyle = color
  context.fill()
}

/** Nodes where they stand in the window, with the sizes they have there. */
function nodesOf(sigma: Shown['sigma']): Map<string, DrawnNode> {
  const nodes = new Map<string, DrawnNode>()
  sigma.getGraph().forEachNode((key) => {
    const data = sigma.getNodeDisplayData(key)
    if (!data) return
    nodes.set(key, { ...data, key, ...sigma.framedGraphToViewport(data), size: sigma.scaleSize(data.size) })
  })
  return nodes
}

function edgesOf(sigma: Shown['sigma']) {
  const least = sigma.getSetting('minEdgeThickness')
  return sigma
    .getGraph()
    .mapEdges((key, { curvature }, source, target) => {
      const data = sigma.getEdgeDisplayData(key) as EdgeDisplayData
      const size = Math.max(least, sigma.scaleSize(data.size))
      return { source, target, data: { ...data, key, curvature, size } }
    })
    .sort((a, b) => a.data.zIndex - b.data.zIndex)
}
