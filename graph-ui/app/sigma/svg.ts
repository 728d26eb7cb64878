/** An image as SVG: what is drawn becomes elements, text stays text, layers are groups. */
import { xmlText } from '../../../shared/exports/xml-text.ts'
import type { Brush, Measure } from './brush.ts'
import type { Image, Surface } from './image.ts'

type Attributes = Record<string, string | number>

/**
 * @param title what the image is called for those who do not see it
 * @param measure measures text as it will be written
 */
export function toSvg(image: Image, title: string, measure: Measure): string {
  const lines: string[] = []
  image.draw(surfaceOf(lines, measure))
  const { width, height } = image
  const viewBox = `0 0 ${rounded(width)} ${rounded(height)}`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg"${written({ width, height, viewBox, role: 'img' })}>`,
    `<title>${xmlText(title)}</title>`,
    ...lines,
    '</svg>\n',
  ].join('\n')
}

function surfaceOf(lines: string[], measure: Measure): Surface {
  const brush = createBrush(lines, measure)
  const within = (element: string, attributes: Attributes, draw: () => void) => {
    const start = lines.push(`<${element}${written(attributes)}>`)
    brush.save()
    draw()
    brush.restore()
    if (lines.length > start) lines.push(`</${element}>`)
    else lines.pop()
  }
  return {
    brush,
    layer: (name, draw) => within('g', { id: name }, draw),
    // An image within the image cuts off what reaches out of it.
    part: (box, draw) => within('svg', { ...box }, draw),
  }
}

/** As a canvas begins, but fonts are "weight size family" everywhere. */
const firstStyle = {
  fillStyle: '#000000',
  font: '400 10px sans-serif',
  globalAlpha: 1,
  letterSpacing: '0px',
  lineCap: 'butt',
  lineJoin: 'miter',
  lineWidth: 1,
  // Shadows are left out: what takes SVG draws them in many ways.
  shadowBlur: 0,
  shadowColor: 'transparent',
  shadowOffsetY: 0,
  strokeStyle: '#000000',
  textAlign: 'left',
} as const

const anchors: Partial<Record<CanvasTextAlign, string>> = { center: 'middle', right: 'end', end: 'end' }

function createBrush(lines: string[], measure: Measure): Brush {
  const saved: { style: Brush; moves: string }[] = []
  let path = ''
  /** How the origin was moved and turned, as SVG says it. */
  let moves = ''

  const put = (element: string, attributes: Attributes, text?: string) => {
    const { globalAlpha } = brush
    if (globalAlpha !== 1) attributes.opacity = globalAlpha
    if (moves !== '') attributes.transform = moves.trim()
    const start = `<${element}${written(attributes)}`
    lines.push(text === undefined ? `${start}/>` : `${start}>${xmlText(text)}</${element}>`)
  }
  const stroke = (): Attributes => ({
    fill: 'none',
    stroke: String(brush.strokeStyle),
    'stroke-width': brush.lineWidth,
    'stroke-linecap': brush.lineCap,
    'stroke-linejoin': brush.lineJoin,
  })
  const writing = (x: number, y: number): Attributes => {
    const [weight = '', size = '', ...family] = brush.font.split(' ')
    const anchor = anchors[brush.textAlign]
    return {
      x,
      y,
      'font-family': family.join(' '),
      'font-size': size,
      'font-weight': weight,
      ...(brush.letterSpacing === firstStyle.letterSpacing ? {} : { 'letter-spacing': brush.letterSpacing }),
      ...(anchor === undefined ? {} : { 'text-anchor': anchor }),
    }
  }
  const to = (command: string, ...numbers: number[]) => {
    path += command + numbers.map(rounded).join(' ')
  }

  const brush: Brush = {
    ...firstStyle,
    save() {
      saved.push({ style: { ...brush }, moves })
    },
    restore() {
      const last = saved.pop()
      if (last === undefined) return
      Object.assign(brush, last.style)
      moves = last.moves
    },
    translate(x, y) {
      moves += ` translate(${rounded(x)} ${rounded(y)})`
    },
    rotate(angle) {
      moves += ` rotate(${rounded((angle * 180) / Math.PI)})`
    },
    measureText(text) {
      measure.font = brush.font
      measure.letterSpacing = brush.letterSpacing
      return measure.measureText(text)
    },
    beginPath() {
      path = ''
    },
    closePath: () => to('Z'),
    moveTo: (x, y) => to('M', x, y),
    lineTo: (x, y) => to('L', x, y),
    /** Whole circles, as two halves: pictures have no other arcs. */
    arc(x, y, radius, _start, _end, backwards = false) {
      const sweep = backwards ? 0 : 1
      to('M', x + radius, y)
      for (const end of [x - radius, x + radius]) to('A', radius, radius, 0, 1, sweep, end, y)
      to('Z')
    },
    roundRect(x: number, y: number, width: number, height: number, radius: unknown) {
      const r = typeof radius === 'number' ? radius : 0
      const corner = (dx: number, dy: number) => to('a', r, r, 0, 0, 1, dx, dy)
      to('M', x + r, y)
      to('h', width - 2 * r)
      corner(r, r)
      to('v', height - 2 * r)
      corner(-r, r)
      to('h', 2 * r - width)
      corner(-r, -r)
      to('v', 2 * r - height)
      corner(r, -r)
      to('Z')
    },
    fill: () => put('path', { d: path, fill: String(brush.fillStyle) }),
    stroke: () => put('path', { d: path, ...stroke() }),
    fillRect: (x, y, width, height) => put('rect', { x, y, width, height, fill: String(brush.fillStyle) }),
    fillText: (text, x, y) => put('text', { ...writing(x, y), fill: String(brush.fillStyle) }, text),
    // A text of its own: few programs beside browsers know a stroke behind the letters.
    strokeText: (text, x, y) => put('text', { ...writing(x, y), ...stroke(), 'aria-hidden': 'true' }, text),
  }
  return brush
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? rounded(value) : xmlText(value)}"`)
    .join('')
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
