/** Names of nodes, placed so that they cover neither each other nor nodes; the larger concepts choose first. */
import type Sigma from 'sigma'
import { surface, type Theme } from '../palette.ts'
import { mix } from './appearance.ts'
import { nameFont, writeWithHalo } from './labels.ts'
import type { EdgeAttributes, NodeAttributes } from './synchronise.ts'

type Side = 'right' | 'left' | 'below' | 'above'
const sides: readonly Side[] = ['right', 'left', 'below', 'above']

/** More names than this are not read at once anyway. */
const mostNames = 260
/** These are named also where that covers smaller nodes. */
const mostImportant = 24

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

interface Named extends Rectangle {
  key: string
  label: string
  size: number
  forced: boolean
  /** Away from what the person looks at. */
  quiet: boolean
  /** On a plate that carries its name. */
  highlighted: boolean
  plate: 'left' | 'right'
}

export interface NameLayer {
  /** @param occupied where other text stands already */
  draw(context: CanvasRenderingContext2D, theme: Theme, occupied: readonly Rectangle[]): void
}

export function createNameLayer(sigma: Sigma<NodeAttributes, EdgeAttributes>): NameLayer {
  /** A name stays on its side while it can, or it would jump about while the camera moves. */
  const sideOf = new Map<string, Side>()
  const widths = new Map<string, number>()

  function widthOf(context: CanvasRenderingContext2D, label: string, font: string): number {
    const name = `${font} ${label}`
    const known = widths.get(name)
    if (known !== undefined) return known
    context.font = font
    const width = context.measureText(label).width
    widths.set(name, width)
    return width
  }

  return {
    draw(context, theme, occupied) {
      const { width, height } = sigma.getDimensions()
      const nodes = nodesInSight(sigma, width, height)
      const discs = nodes.map(({ x, y, size }) => ({
        x: x - size,
        y: y - size,
        width: 2 * size,
        height: 2 * size,
      }))
      const texts: Rectangle[] = [...occupied]
      const colours = surface(theme)
      for (const node of nodes.filter(({ highlighted }) => highlighted)) {
        const { font, height: textHeight } = nameFont(node.size)
        const plateWidth = widthOf(context, node.label, font) + 28
        texts.push(boxAt(node.plate, node, plateWidth, textHeight * 1.6))
      }
      const named = nodes.filter(({ label, highlighted }) => label !== '' && !highlighted).slice(0, mostNames)
      named.forEach((node, rank) => {
        const { font, height: textHeight } = nameFont(node.size)
        const textWidth = widthOf(context, node.label, font)
        const preferred = sideOf.get(node.key)
        const order = preferred ? [preferred, ...sides.filter((side) => side !== preferred)] : sides
        const options = order
          .map((side) => ({ side, box: boxAt(side, node, textWidth, textHeight) }))
          .filter(({ box }) => isInside(box, width) && !texts.some((other) => overlap(box, other)))
        const placed =
          options.find(({ box }) => !discs.some((disc) => overlap(box, disc))) ??
          (node.forced || rank < mostImportant ? options[0] : undefined)
        if (!placed) return
        sideOf.set(node.key, placed.side)
        texts.push(placed.box)
        context.font = font
        const baseline = placed.box.y + textHeight * 0.95
        const colour = node.quiet ? mix(colours.muted, theme, 0.62) : colours.ink
        writeWithHalo(context, node.label, placed.box.x, baseline, colour, colours.canvas)
      })
    },
  }
}

/** Nodes on the screen, those whose names matter most first. */
function nodesInSight(sigma: Sigma<NodeAttributes, EdgeAttributes>, width: number, height: number): Named[] {
  const margin = 100
  const nodes: Named[] = []
  sigma.getGraph().forEachNode((key) => {
    const data = sigma.getNodeDisplayData(key)
    if (!data || data.hidden) return
    const { x, y } = sigma.framedGraphToViewport(data)
    if (x < -margin || y < -margin || x > width + margin || y > height + margin) return
    const size = sigma.scaleSize(data.size)
    const { highlighted } = data
    const label = data.label ?? ''
    const quiet = 'quiet' in data && data.quiet === true
    const plate = 'plate' in data && data.plate === 'left' ? 'left' : 'right'
    const forced = data.forceLabel
    nodes.push({
      key,
      label,
      x,
      y,
      size,
      width: 2 * size,
      height: 2 * size,
      forced,
      quiet,
      highlighted,
      plate,
    })
  })
  return nodes.sort(
    (a, b) =>
      Number(b.forced) - Number(a.forced) ||
      Number(a.quiet) - Number(b.quiet) ||
      b.size - a.size ||
      (a.key < b.key ? -1 : 1),
  )
}

function boxAt(side: Side, { x, y, size }: Named, width: number, height: number): Rectangle {
  const gap = 4
  const lineHeight = height * 1.25
  switch (side) {
    case 'right':
      return { x: x + size + gap, y: y - lineHeight / 2, width, height: lineHeight }
    case 'left':
      return { x: x - size - gap - width, y: y - lineHeight / 2, width, height: lineHeight }
    case 'below':
      return { x: x - width / 2, y: y + size + 1, width, height: lineHeight }
    case 'above':
      return { x: x - width / 2, y: y - size - lineHeight - 1, width, height: lineHeight }
  }
}

function isInside(box: Rectangle, width: number): boolean {
  return box.x >= 2 && box.x + box.width <= width - 2
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
