/** What an image needs beside the picture to be understood alone: its title above, a legend below. */
import type { ViewNodeType } from '../../api/contract.ts'
import { communityColour, relationColour, surface, type Theme, typeColour } from '../palette.ts'
import { relationName } from '../relation-names.ts'
import { typeNames } from '../type-names.ts'
import type { Look } from './appearance.ts'
import type { Brush, Measure } from './brush.ts'
import { labelFont } from './labels.ts'
import { shapeOf, traceShape } from './shapes.ts'

export interface Caption {
  /** Nothing stands above the picture where it is empty. */
  title: string
  /** Below the title: how much is shown. */
  facts: string
  /** What the legend explains, in its order; empty where there is none. */
  types: readonly ViewNodeType[]
  communities: readonly NamedCommunity[]
  relations: readonly string[]
}

interface NamedCommunity {
  /** Null for all that share the last colour. */
  id: number | null
  name: string
}

const edge = 20
const row = 22
const gap = 22
const signWidth = 24
const longestName = 46
const legendFont = `500 12.5px ${labelFont}`
const titleFont = '600 18px Georgia, "Liberation Serif", serif'
const titleLine = 24

interface Entry {
  text: string
  x: number
  y: number
  sign: Sign
}

type Sign = { type: ViewNodeType } | { community: number | null } | { relation: string }

export function headHeight(measure: Measure, { title }: Caption, width: number): number {
  return title === '' ? 0 : 34 + titleLine * titleLines(measure, title, width).length
}

export function drawHead(brush: Brush, { title, facts }: Caption, theme: Theme, width: number): void {
  const { ink, muted } = surface(theme)
  brush.textAlign = 'left'
  const lines = titleLines(brush, title, width)
  brush.fillStyle = ink
  lines.forEach((line, i) => {
    brush.fillText(line, edge, 30 + titleLine * i)
  })
  brush.font = `400 12px ${labelFont}`
  brush.fillStyle = muted
  brush.fillText(facts, edge, 24 + titleLine * lines.length)
}

/** A title, broken between words where the width ends. */
function titleLines(measure: Measure, title: string, width: number): string[] {
  measure.font = titleFont
  const lines: string[] = []
  let line = ''
  for (const word of title.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure.measureText(longer).width > width - 2 * edge) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

export function legendHeight(measure: Measure, caption: Caption, width: number): number {
  const entries = place(measure, caption, width)
  return entries.length === 0 ? 0 : Math.max(...entries.map(({ y }) => y)) + row + 6
}

/** Draws from the origin downwards. */
export function drawLegend(brush: Brush, caption: Caption, look: Look, width: number): void {
  const { ink, line } = surface(look.theme)
  brush.fillStyle = line
  brush.fillRect(edge, 0, width - 2 * edge, 1)
  for (const { text, x, y, sign } of place(brush, caption, width)) {
    drawSign(brush, sign, x, y, look)
    brush.fillStyle = ink
    brush.fillText(text, x + signWidth, y + 4.5)
  }
}

/** Signs are those of the picture: types have their shapes, and their colours unless communities have them. */
function drawSign(brush: Brush, sign: Sign, x: number, y: number, { theme, appearance }: Look): void {
  const { colour, shapes } = appearance
  if ('relation' in sign) {
    brush.fillStyle = relationColour(theme, sign.relation)
    brush.fillRect(x, y - 1, 18, 2.5)
    return
  }
  brush.beginPath()
  traceShape(brush, 'type' in sign && shapes ? shapeOf(sign.type) : 'disc', { x: x + 6, y, size: 5.5 })
  if ('community' in sign) brush.fillStyle = communityColour(theme, sign.community)
  else brush.fillStyle = colour === 'type' ? typeColour(theme, sign.type) : surface(theme).muted
  brush.fill()
}

/** Types, communities and relations in rows of their own, which are broken where the width ends. */
function place(measure: Measure, { types, communities, relations }: Caption, width: number): Entry[] {
  measure.font = legendFont
  const entries: Entry[] = []
  let [x, y] = [edge, 20]
  const add = (name: string, sign: Sign) => {
    const text = name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name
    const needed = signWidth + measure.measureText(text).width
    if (x > edge && x + needed > width - edge) [x, y] = [edge, y + row]
    entries.push({ text, x, y, sign })
    x += needed + gap
  }
  const startRow = () => {
    if (x > edge) [x, y] = [edge, y + row]
  }
  for (const type of types) add(typeNames[type], { type })
  startRow()
  for (const { id, name } of communities) add(name, { community: id })
  startRow()
  for (const relation of relations) add(relationName(relation), { relation })
  return entries
}
