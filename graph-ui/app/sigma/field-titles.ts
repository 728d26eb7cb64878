/** Names of communities, written beside their fields where they cover the fewest nodes. */
import { surface, type Theme } from '../palette.ts'
import type { Brush } from './brush.ts'
import type { Point } from './edge-geometry.ts'
import { labelFont } from './labels.ts'
import type { Rectangle } from './name-layer.ts'
import type { Plane } from './plane.ts'
import type { WidthOf } from './text-widths.ts'

/** Where a field reaches. */
export interface Extent {
  /** Of its nodes, across. */
  middle: number
  top: number
  bottom: number
}

export interface TitledField extends Extent {
  name: string
}

const titleHeight = 12
const titleFont = `600 ${titleHeight}px ${labelFont}`
const titleSpacing = '1.3px'
/** Where nodes are in its way a title moves aside by so much of its width. */
const shifts = [0, -0.25, 0.25, -0.5, 0.5]
/** Pixels: about as far as a node reaches from its middle. */
const nodeReach = 5
/** Pixels between a title and its field, between two titles one above the other, and from the side of the window. */
const fromField = 4
const leastBetween = 18
const fromSide = 10
/** A title that would cover more nodes is left out, as in small windows: the list of fields names it, too. */
const mostCovered = 2

/**
 * @param picture its fields and all its nodes, in units of the picture
 * @returns where the titles stand, in pixels of the window
 */
export function drawTitles(
  plane: Plane,
  brush: Brush,
  picture: { fields: readonly TitledField[]; nodes: readonly Point[] },
  theme: Theme,
  widthOf: WidthOf,
): Rectangle[] {
  if (picture.fields.length === 0) return []
  const colours = surface(theme)
  brush.save()
  brush.font = titleFont
  brush.letterSpacing = titleSpacing
  brush.lineJoin = 'round'
  brush.lineWidth = 5
  brush.strokeStyle = colours.canvas
  brush.fillStyle = colours.fieldName
  const taken: Rectangle[] = []
  const nodes = picture.nodes.map((point) => plane.graphToViewport(point))
  for (const { name, middle, top, bottom } of picture.fields) {
    const text = name.toUpperCase()
    const width = widthOf(brush, text, titleFont)
    const above = plane.graphToViewport({ x: middle, y: top })
    const extent = {
      middle: above.x,
      top: above.y,
      bottom: plane.graphToViewport({ x: middle, y: bottom }).y,
    }
    const place = placeOfTitle(extent, width, { ...plane.getDimensions(), nodes, taken })
    if (place === null) continue
    taken.push({ x: place.x, y: place.y - titleHeight, width, height: titleHeight + 3 })
    brush.strokeText(text, place.x, place.y)
    brush.fillText(text, place.x, place.y)
  }
  brush.restore()
  return taken
}

/** What a title has to keep clear of, in pixels. */
interface Surroundings {
  /** Of the window. */
  width: number
  height: number
  nodes: readonly Point[]
  /** By other titles. */
  taken: readonly Rectangle[]
}

/**
 * Above the field, below it where that covers fewer nodes; never over another title or over many nodes.
 * @param extent of the field, in pixels
 * @returns the left end of the line to write on; null where there is no room
 */
export function placeOfTitle(
  { middle, top, bottom }: Extent,
  textWidth: number,
  { width, height, nodes, taken }: Surroundings,
): Point | null {
  let best: Point | null = null
  let fewest = mostCovered + 1
  const lines = [top - fromField, bottom + fromField + titleHeight].filter((y) => y > 0 && y < height)
  for (const line of lines) {
    const y = Math.max(titleHeight, line)
    const middleOfLine = y - titleHeight / 2
    const onLine = nodes.filter((node) => Math.abs(node.y - middleOfLine) < titleHeight / 2 + nodeReach)
    const others = taken.filter((other) => Math.abs(other.y + titleHeight - y) < leastBetween)
    for (const shift of shifts) {
      const beside = middle + (shift - 0.5) * textWidth
      const x = Math.min(width - textWidth - fromSide, Math.max(fromSide, beside))
      if (others.some((other) => other.x < x + textWidth && x < other.x + other.width)) continue
      const covered = onLine.filter((node) => node.x > x - nodeReach && node.x < x + textWidth + nodeReach)
      if (covered.length >= fewest) continue
      fewest = covered.length
      best = { x, y }
    }
  }
  return best
}
