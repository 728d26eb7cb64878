/** From what a node or edge means to how it looks; what the person points at is drawn above it, by another layer. */
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import { communityColour, relationColour, surface, type Theme, typeColour } from '../palette.ts'
import type { Appearance } from '../state/picture.ts'
import type { ShapedNode } from './shape-program.ts'
import { type Shape, shapeOf, shapes } from './shapes.ts'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

/** How the whole picture is drawn. */
export interface Look {
  theme: Theme
  appearance: Appearance
  /** How much of the chosen measure a node has, from 0 to 1, by its key; null sizes nodes by their papers. */
  sizes: ReadonlyMap<string, number> | null
  /** With many edges the quiet ones lose their colour. */
  crowded: boolean
  /** Edges are plain lines. */
  large: boolean
  /** Pictures that are squeezed into a small window have smaller nodes. */
  shrink: number
}

const radius = { same: 8, least: 3.5, growth: 18.5 }
const evenEdge = 1.6

/** Sigma copies the result for every name it draws: with one more property browsers copy it several times slower. */
export function drawNode(
  key: string,
  node: NodeAttributes,
  look: Look,
): Partial<NodeDisplayData> & ShapedNode {
  return {
    x: node.x,
    y: node.y,
    // Names have a layer of their own.
    label: null,
    size: nodeSize(key, node, look),
    type: 'shape',
    shape: shapes.indexOf(nodeShape(node, look)),
    color: nodeColour(node, look),
  }
}

export function drawEdge(
  { relation, size, curvature }: EdgeAttributes,
  look: Look,
): Partial<EdgeDisplayData> & { size: number; color: string; curvature: number } {
  const { theme, crowded, large } = look
  return {
    size: edgeSize(size, look),
    type: large ? 'line' : curvature === 0 ? 'arrow' : 'curvedArrow',
    curvature,
    label: '',
    color: large
      ? mix(surface(theme).muted, theme, 0.16)
      : mix(crowded ? surface(theme).muted : relationColour(theme, relation), theme, crowded ? 0.4 : 0.55),
  }
}

/** Radius of a node on the screen before the camera zooms. */
export function nodeSize(key: string, { size }: NodeAttributes, look: Look): number {
  const { sizes, shrink, appearance } = look
  const share = sizes?.get(key) ?? 0
  if (sizes !== null) return shrink * (radius.least + radius.growth * Math.sqrt(share))
  return shrink * (appearance.size === 'same' ? radius.same : size)
}

export function nodeColour({ nodeType, community }: NodeAttributes, { theme, appearance }: Look): string {
  return appearance.colour === 'community' ? communityColour(theme, community) : typeColour(theme, nodeType)
}

export function nodeShape({ nodeType }: NodeAttributes, { appearance }: Look): Shape {
  return appearance.shapes ? shapeOf(nodeType) : 'disc'
}

export function edgeSize(size: number, { appearance }: Look): number {
  return appearance.edgeWidth === 'same' ? evenEdge : size
}

const mixed = new Map<string, string>()

/** A colour on its way to the background: 1 is the colour itself. */
export function mix(colour: string, theme: Theme, share: number): string {
  const name = `${theme} ${colour} ${share}`
  const known = mixed.get(name)
  if (known !== undefined) return known
  const background = surface(theme).canvas
  const channel = (hex: string, i: number) => Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16)
  const channels = [0, 1, 2].map((i) =>
    Math.round(share * channel(colour, i) + (1 - share) * channel(background, i))
      .toString(16)
      .padStart(2, '0'),
  )
  const result = `#${channels.join('')}`
  mixed.set(name, result)
  return result
}
