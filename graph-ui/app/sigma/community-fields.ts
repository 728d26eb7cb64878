/** Communities as soft fields behind the nodes, named like regions of a map. */
import type Sigma from 'sigma'
import type { Community } from '../../api/contract.ts'
import { surface, type Theme } from '../palette.ts'
import { labelFont } from './labels.ts'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

type Renderer = Sigma<NodeAttributes, EdgeAttributes>

const leastMembers = 4
/** How far a field reaches beyond its nodes, in the units of the picture. */
const reach = 58

/** Draws over the whole of `canvas`. */
export function drawFields(
  sigma: Renderer,
  canvas: HTMLCanvasElement,
  communities: readonly Community[],
  theme: Theme,
): void {
  const { width, height } = sigma.getDimensions()
  const ratio = window.devicePixelRatio || 1
  if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
    canvas.width = width * ratio
    canvas.height = height * ratio
    canvas.style.width = `${width}px`
    canvas.style.height = `${height}px`
  }
  const context = canvas.getContext('2d')
  if (!context) return
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
  if (communities.length < 2) return
  const places = placesByCommunity(sigma)
  const scale = unitLength(sigma)
  const colours = surface(theme)
  context.textAlign = 'center'
  for (const { id, name } of communities) {
    const points = places.get(id) ?? []
    if (points.length < leastMembers) continue
    context.beginPath()
    for (const { x, y } of points) {
      context.moveTo(x + reach * scale, y)
      context.arc(x, y, reach * scale, 0, 2 * Math.PI)
    }
    context.fillStyle = colours.field
    context.fill()
    const middle = points.reduce((sum, { x }) => sum + x, 0) / points.length
    const top = Math.min(...points.map(({ y }) => y)) - reach * scale
    context.font = `600 12.5px ${labelFont}`
    context.letterSpacing = '1.6px'
    context.lineJoin = 'round'
    context.lineWidth = 5
    context.strokeStyle = colours.canvas
    context.strokeText(name.toUpperCase(), middle, top - 6)
    context.fillStyle = colours.fieldName
    context.fillText(name.toUpperCase(), middle, top - 6)
  }
}

function placesByCommunity(sigma: Renderer): Map<number, { x: number; y: number }[]> {
  const places = new Map<number, { x: number; y: number }[]>()
  sigma.getGraph().forEachNode((_, { x, y, community }) => {
    if (community === null) return
    const here = sigma.graphToViewport({ x, y })
    places.set(community, [...(places.get(community) ?? []), here])
  })
  return places
}

/** Pixels that one unit of the picture takes now. */
function unitLength(sigma: Renderer): number {
  const [a, b] = [sigma.graphToViewport({ x: 0, y: 0 }), sigma.graphToViewport({ x: 100, y: 0 })]
  return Math.hypot(b.x - a.x, b.y - a.y) / 100
}
