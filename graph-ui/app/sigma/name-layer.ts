/** Names of nodes, placed so that they cover neither each other nor nodes; the larger concepts choose first. */
import { surface, type Theme } from '../palette.ts'
import type { Appearance } from '../state/picture.ts'
import { mix } from './appearance.ts'
import type { Brush } from './brush.ts'
import { type Figure, plateSide } from './emphasis.ts'
import { nameFont, writeWithHalo } from './labels.ts'
import { createNameIndex, type NameIndex } from './name-index.ts'
import { type PlacedNode, type Plane, placedNode, visibleWindow } from './plane.ts'
import { createTextWidths } from './text-widths.ts'

type Side = 'right' | 'left' | 'below' | 'above'
const sides: readonly Side[] = ['right', 'left', 'below', 'above']

/** So many nodes are looked at in a frame, for each window's worth of room; more names are not read at once anyway. */
const mostCandidates = 300
const mostNames: Record<Appearance['names'], number> = { few: 24, some: 260, many: mostCandidates }
/** Large pictures have less time for a frame. */
const mostNamesOfLarge = 90
/** These are named also where that covers smaller nodes. */
const mostImportant = 24
/** Names of nodes outside of the window may reach into it. */
const margin = 100

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

interface Named extends PlacedNode {
  key: string
  label: string
  forced: boolean
  /** Away from what the person looks at. */
  quiet: boolean
}

/** What decides which names are drawn, and how. */
export interface NameStyle {
  figure: Figure | null
  /** The nodes that are selected where there are very many of them. */
  crowd: NameIndex
  names: Appearance['names']
  isLarge: boolean
  /** How many windows have room in what is drawn: images of all of a picture are larger than the page. */
  windows: number
}

export interface NameLayer {
  /** Takes the nodes in, where others are shown or these have moved. */
  index(nodes: NameIndex): void
  /** @param occupied where other text stands already */
  draw(brush: Brush, theme: Theme, occupied: readonly Rectangle[]): void
}

/** @param style asked at every drawing */
export function createNameLayer(plane: Plane, style: () => NameStyle): NameLayer {
  /** A name stays on its side while it can, or it would jump about while the camera moves. */
  const sideOf = new Map<string, Side>()
  const widthOf = createTextWidths()
  let nodes: NameIndex = createNameIndex([])

  function place(key: string, figure: Figure | null): Named | null {
    const at = placedNode(plane, key)
    if (at === null) return null
    const isNear = figure?.near.has(key) === true
    const isActive = figure?.active.has(key) === true
    const { label } = plane.getGraph().getNodeAttributes(key)
    const forced = isActive || (isNear && figure?.nearAreNamed === true)
    return { ...at, key, label, forced, quiet: figure?.dims === true && !isNear && !isActive }
  }

  /** Nodes on the screen, those whose names matter most first. */
  function inSight(figure: Figure | null, crowd: NameIndex, windows: number): Named[] {
    const graph = plane.getGraph()
    const window = visibleWindow(plane, margin)
    const most = mostCandidates * windows
    const meant =
      figure === null
        ? []
        : [...figure.ringed, ...crowd.within(window, most, null), ...(figure.nearAreNamed ? figure.near : [])]
    const largest = nodes.within(window, most, null)
    const keys = new Set([...meant, ...largest].filter((key) => graph.hasNode(key)))
    const placed = [...keys].map((key) => place(key, figure)).filter((node) => node !== null)
    return placed.sort(
      (a, b) => Number(b.forced) - Number(a.forced) || Number(a.quiet) - Number(b.quiet) || b.size - a.size,
    )
  }

  return {
    index(shown) {
      nodes = shown
      for (const key of sideOf.keys()) if (!plane.getGraph().hasNode(key)) sideOf.delete(key)
    },
    draw(brush, theme, occupied) {
      const { figure, crowd, names, isLarge, windows } = style()
      const { width } = plane.getDimensions()
      const placed = inSight(figure, crowd, windows)
      const discs = placed.map(({ x, y, size }) => ({
        x: x - size,
        y: y - size,
        width: 2 * size,
        height: 2 * size,
      }))
      const texts: Rectangle[] = [...occupied]
      const colours = surface(theme)
      const onPlates = figure?.plates ?? new Set<string>()
      for (const node of placed) {
        if (figure === null || !onPlates.has(node.key)) continue
        const { font, height: textHeight } = nameFont(node.size)
        const plateWidth = widthOf(brush, node.label, font) + 28
        texts.push(boxAt(plateSide(plane.getGraph(), node.key, figure), node, plateWidth, textHeight * 1.6))
      }
      const most = windows * Math.min(mostNames[names], isLarge ? mostNamesOfLarge : mostCandidates)
      const named = placed.filter(({ key, label }) => label !== '' && !onPlates.has(key))
      named.slice(0, most).forEach((node, rank) => {
        const { font, height: textHeight } = nameFont(node.size)
        const textWidth = widthOf(brush, node.label, font)
        const preferred = sideOf.get(node.key)
        const order = preferred ? [preferred, ...sides.filter((side) => side !== preferred)] : sides
        const mayCover = node.forced || rank < mostImportant || names === 'many'
        const boxOn = (side: Side) => boxAt(side, node, textWidth, textHeight)
        const chosen = freeBox(order, boxOn, { texts, discs, width }, mayCover)
        if (chosen === null) return
        sideOf.set(node.key, chosen.side)
        texts.push(chosen.box)
        brush.font = font
        const baseline = chosen.box.y + textHeight * 0.95
        const colour = node.quiet ? mix(colours.muted, theme, 0.62) : colours.ink
        writeWithHalo(brush, node.label, chosen.box.x, baseline, colour, colours.canvas)
      })
    },
  }
}

function boxAt(side: Side, { x, y, size }: PlacedNode, width: number, height: number): Rectangle {
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

interface Taken {
  texts: readonly Rectangle[]
  discs: readonly Rectangle[]
  /** Of the window. */
  width: number
}

/** The first side on which a name covers neither text nor nodes; else, where it may, that with the fewest nodes. */
function freeBox(
  order: readonly Side[],
  boxOn: (side: Side) => Rectangle,
  { texts, discs, width }: Taken,
  mayCoverNodes: boolean,
): { side: Side; box: Rectangle } | null {
  let covering: { side: Side; box: Rectangle } | null = null
  let fewest = Number.POSITIVE_INFINITY
  for (const side of order) {
    const box = boxOn(side)
    if (!isInside(box, width) || texts.some((other) => overlap(box, other))) continue
    if (!discs.some((disc) => overlap(box, disc))) return { side, box }
    if (!mayCoverNodes) continue
    const covered = discs.filter((disc) => overlap(box, disc)).length
    if (covered >= fewest) continue
    fewest = covered
    covering = { side, box }
  }
  return covering
}

function isInside(box: Rectangle, width: number): boolean {
  return box.x >= 2 && box.x + box.width <= width - 2
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
