/** What an image needs beside the picture to be understood alone: its title above, a legend below. */
import type { ViewNodeType } from '../../api/contract.ts'
import { relationColour, surface, type Theme, typeColour } from '../palette.ts'
import { relationName } from '../relation-names.ts'
import { typeNames } from '../type-names.ts'
import { labelFont } from './labels.ts'

export interface Caption {
  title: string
  /** Below the title: how much is shown. */
  facts: string
  /** What the legend explains, in its order. */
  types: readonly ViewNodeType[]
  relations: readonly string[]
}

export const headHeight = 58
const edge = 20
const row = 22
const gap = 22
const signWidth = 24
const legendFont = `500 12.5px ${labelFont}`

interface Entry {
  text: string
  x: number
  y: number
  sign: { type: ViewNodeType } | { relation: string }
}

export function drawHead(context: CanvasRenderingContext2D, { title, facts }: Caption, theme: Theme): void {
  const { ink, muted } = surface(theme)
  context.textAlign = 'left'
  context.font = `600 18px Georgia, "Liberation Serif", serif`
  context.fillStyle = ink
  context.fillText(title, edge, 30)
  context.font = `400 12px ${labelFont}`
  context.fillStyle = muted
  context.fillText(facts, edge, 48)
}

export function legendHeight(context: CanvasRenderingContext2D, caption: Caption, width: number): number {
  const entries = place(context, caption, width)
  return entries.length === 0 ? 0 : Math.max(...entries.map(({ y }) => y)) + row + 6
}

/** Draws from the origin of `context` downwards. */
export function drawLegend(
  context: CanvasRenderingContext2D,
  caption: Caption,
  theme: Theme,
  width: number,
): void {
  const { ink, line } = surface(theme)
  context.fillStyle = line
  context.fillRect(edge, 0, width - 2 * edge, 1)
  for (const { text, x, y, sign } of place(context, caption, width)) {
    if ('type' in sign) {
      context.fillStyle = typeColour(theme, sign.type)
      context.beginPath()
      context.arc(x + 6, y, 5.5, 0, 2 * Math.PI)
      context.fill()
    } else {
      context.fillStyle = relationColour(theme, sign.relation)
      context.fillRect(x, y - 1, 18, 2.5)
    }
    context.fillStyle = ink
    context.fillText(text, x + signWidth, y + 4.5)
  }
}

/** Types in the first row, relations from the next one on; rows are broken where the width ends. */
function place(context: CanvasRenderingContext2D, { types, relations }: Caption, width: number): Entry[] {
  context.font = legendFont
  const entries: Entry[] = []
  let [x, y] = [edge, 20]
  const add = (text: string, sign: Entry['sign']) => {
    const needed = signWidth + context.measureText(text).width
    if (x > edge && x + needed > width - edge) [x, y] = [edge, y + row]
    entries.push({ text, x, y, sign })
    x += needed + gap
  }
  for (const type of types) add(typeNames[type], { type })
  if (types.length > 0) [x, y] = [edge, y + row]
  for (const relation of relations) add(relationName(relation), { relation })
  return entries
}
