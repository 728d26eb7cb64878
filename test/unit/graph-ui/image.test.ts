import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import type { View } from '../../../graph-ui/api/contract.ts'
import { captionOf } from '../../../graph-ui/app/export/caption.ts'
import { communityColour, surface, typeColour } from '../../../graph-ui/app/palette.ts'
import type { Look } from '../../../graph-ui/app/sigma/appearance.ts'
import { axisOf } from '../../../graph-ui/app/sigma/axis-layer.ts'
import type { Measure } from '../../../graph-ui/app/sigma/brush.ts'
import { figureOf, noEmphasis } from '../../../graph-ui/app/sigma/emphasis.ts'
import { type ImageOrder, type ImageScene, layOutImage } from '../../../graph-ui/app/sigma/image.ts'
import { createNameIndex } from '../../../graph-ui/app/sigma/name-index.ts'
import { createNameLayer } from '../../../graph-ui/app/sigma/name-layer.ts'
import { isTooLarge, pixelsOf } from '../../../graph-ui/app/sigma/png.ts'
import { createSheet, wholeFrame } from '../../../graph-ui/app/sigma/sheet.ts'
import { toSvg } from '../../../graph-ui/app/sigma/svg.ts'
import { graphOf } from '../../../graph-ui/app/sigma/synchronise.ts'
import { firstAppearance } from '../../../graph-ui/app/state/picture.ts'
import { viewEdge, viewNode } from '../../fixtures/view-parts.ts'

/** All letters are seven pixels wide. */
const measure = {
  font: '',
  letterSpacing: '',
  measureText: (text: string) => ({ width: 7 * text.length }),
} as unknown as Measure

const hostile = [`<script>alert('1')</script>`, 'a ]]> & "b"', 'bell\u0007 and half \ud800']
const shownHostile = [hostile[0]!, hostile[1]!, 'bell\ufffd and half \ufffd']

/** Two communities of four, far enough apart that every name has room; one node that is in none. */
const view: View = {
  nodes: [
    ...hostile.map((name, i) => viewNode(`h${i}`, { name, x: 0, y: 150 * i, community: 0, year: 2002 + i })),
    viewNode('d', { name: 'ImageNet', type: 'Dataset', x: 500, y: 0, community: 0, year: 2003 }),
    ...[0, 1, 2, 3].map((i) =>
      viewNode(`t${i}`, { name: `Task ${i}`, type: 'Task', x: 1200, y: 150 * i, community: 1, year: 2010 }),
    ),
    viewNode('p', { name: 'A paper', type: 'Paper', x: 2000, y: 300, year: null }),
  ],
  edges: [
    viewEdge('h0', 'EVALUATED_ON', 'd'),
    viewEdge('h0', 'USED_FOR', 't0'),
    viewEdge('h1', 'USED_FOR', 't0'),
    viewEdge('t0', 'COMPARED_WITH', 't1'),
    viewEdge('t1', 'COMPARED_WITH', 't0'),
  ],
}
const communities = [
  { id: 0, name: 'vision <b>', key: 'd', members: [], size: 4 },
  { id: 1, name: 'tasks', key: 't0', members: [], size: 4 },
]
const look: Look = {
  theme: 'dark',
  appearance: firstAppearance,
  sizes: null,
  crowded: false,
  large: false,
  shrink: 1,
}

/** A window of 800 by 600 that shows the left part of the picture. */
function sceneOf(change: Partial<ImageScene> = {}): ImageScene {
  const graph = graphOf(view)
  const shown = { ...look, ...change.look }
  const frame = { width: 800, height: 600, unit: 1, origin: { x: 100, y: 500 }, zoom: 1 }
  const window = createSheet(graph, frame, shown)
  const crowd = createNameIndex([])
  const names = createNameLayer(window, () => {
    return { figure: null, crowd, names: 'many', isLarge: false, windows: 1 }
  })
  names.index(createNameIndex(graph.mapNodes((key, { x, y, size }) => ({ key, x, y, size }))))
  return {
    window,
    names,
    communities,
    figure: null,
    pinned: new Set(),
    axis: null,
    ...change,
    look: shown,
  }
}

interface Element {
  name: string
  /** Ids of the layers it is in. */
  layers: string[]
  attributes: Record<string, string>
  text: string
}

/** @throws where the text is no XML */
function elementsOf(svg: string): Element[] {
  const parser = new SaxesParser()
  const open: Element[] = []
  const elements: Element[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const layers = open.flatMap((outer) => outer.attributes.id ?? [])
    open.push({ name, layers, attributes: { ...attributes }, text: '' })
  })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last) last.text += text
  })
  parser.on('closetag', () => {
    elements.push(open.pop()!)
  })
  parser.write(svg).close()
  return elements
}

function draw(scene: ImageScene, order: Partial<ImageOrder> & { title?: string; legend?: boolean } = {}) {
  const { title = 'A field & its <figure>', legend = true, area = 'whole', theme = 'dark' } = order
  const caption = captionOf({ ...scene, view }, title, legend)
  const image = layOutImage(scene, { area, theme, caption }, measure)
  const svg = toSvg(image, title || 'untitled', measure)
  const elements = elementsOf(svg)
  const within = (layer: string, name?: string) =>
    elements.filter((it) => it.layers.includes(layer) && (name === undefined || it.name === name))
  /** What is written, without halos. */
  const texts = (layer: string) =>
    within(layer, 'text')
      .filter(({ attributes }) => attributes['aria-hidden'] === undefined)
      .map(({ text }) => text)
  return { image, svg, elements, within, texts }
}

describe('an image as SVG', () => {
  it('is XML with every text as text, whatever the texts are', () => {
    const { elements, texts } = draw(sceneOf())
    expect([...new Set(elements.map(({ name }) => name))].sort()).toEqual([
      'g',
      'path',
      'rect',
      'svg',
      'text',
      'title',
    ])
    expect(elements.find(({ name }) => name === 'title')!.text).toBe('A field & its <figure>')
    expect(texts('names')).toEqual(expect.arrayContaining([...shownHostile, 'ImageNet', 'Task 3', 'A paper']))
    expect(texts('communities')).toEqual(['VISION <B>', 'TASKS'])
    expect(texts('title')).toEqual(['A field & its <figure>', '9 nodes, 5 edges · Skein'])
    for (const { name, attributes } of elements) {
      expect(
        Object.keys(attributes).filter((key) => /^on|href|style/.test(key)),
        name,
      ).toEqual([])
      for (const value of Object.values(attributes)) expect(value).not.toMatch(/NaN|undefined|Infinity/)
    }
  })

  it('has its layers as groups, from behind to before', () => {
    const scene = sceneOf({ axis: axisOf(view), pinned: new Set(['d', 't0']) })
    const graph = graphOf(view)
    const figure = figureOf(graph, { ...noEmphasis, selectedNodes: ['h0'] }, 1)
    const { elements, within, texts } = draw({ ...scene, figure })
    const groups = elements.filter(({ name }) => name === 'g').map(({ attributes }) => attributes.id)
    expect(groups).toEqual([
      'background',
      'communities',
      'years',
      'edges',
      'nodes',
      'selection',
      'names',
      'selected-names',
      'pins',
      'title',
      'legend',
    ])
    expect(texts('years')).toEqual(expect.arrayContaining(['no year', '2010']))
    expect(texts('selection').sort()).toEqual(['is evaluated on', 'is used for'])
    expect(texts('selected-names')).toEqual([shownHostile[0]])
    expect(within('nodes')).toHaveLength(9)
    // A head and its rim each.
    expect(within('pins')).toHaveLength(4)
  })

  it('shows the window, or all of the picture however large that is', () => {
    const window = draw(sceneOf(), { area: 'window', title: '', legend: false })
    expect([window.image.width, window.image.height]).toEqual([800, 600])
    expect(window.texts('names')).not.toContain('A paper')
    const whole = draw(sceneOf(), { title: '', legend: false })
    // 2000 units from the first to the last node, and a margin, squeezed as few nodes have so much room.
    expect(whole.image.width).toBe(Math.ceil(2112 * 0.6))
    expect(whole.elements.some(({ attributes }) => /title|legend/.test(attributes.id ?? ''))).toBe(false)
    const places = whole.within('nodes').map(({ attributes }) => Number(/^M(\S+)/.exec(attributes.d!)![1]))
    expect(Math.min(...places)).toBeGreaterThan(30)
    expect(Math.max(...places)).toBeLessThan(whole.image.width - 20)
  })

  it('has the colours that are asked for, on the background too', () => {
    const { within } = draw(sceneOf(), { theme: 'white' })
    expect(within('background')[0]!.attributes.fill).toBe('#ffffff')
    const fills = new Set(within('nodes').map(({ attributes }) => attributes.fill))
    expect(fills).toEqual(
      new Set(['Method', 'Dataset', 'Task', 'Paper'].map((type) => typeColour('light', type as 'Task'))),
    )
  })
})

describe('the title of an image', () => {
  it('is broken where the image ends', () => {
    const title = 'On the properties of titles that are longer than an image is wide '.repeat(2).trim()
    const { image, texts } = draw(sceneOf(), { title, legend: false, area: 'window' })
    const [first = '', second = '', facts] = texts('title')
    expect(`${first} ${second}`).toBe(title)
    expect(facts).toBe('9 nodes, 5 edges · Skein')
    expect(7 * first.length).toBeLessThanOrEqual(760)
    expect(image.height).toBe(600 + 58 + 24)
  })
})

describe('the legend of an image', () => {
  const legendOf = (appearance: Partial<Look['appearance']>, change: Partial<Look> = {}) => {
    const scene = sceneOf({ look: { ...look, ...change, appearance: { ...firstAppearance, ...appearance } } })
    const { texts, within } = draw(scene)
    return { names: texts('legend'), signs: within('legend', 'path').map(({ attributes }) => attributes) }
  }

  it('tells types and relations by their colours', () => {
    const { names, signs } = legendOf({})
    expect(names).toEqual([
      'Tasks',
      'Methods',
      'Datasets',
      'Papers',
      'is compared with',
      'is used for',
      'is evaluated on',
    ])
    expect(signs.map(({ fill }) => fill)).toEqual(
      (['Task', 'Method', 'Dataset', 'Paper'] as const).map((type) => typeColour('dark', type)),
    )
  })

  it('tells communities by their colours, and types by their shapes', () => {
    const { names, signs } = legendOf({ colour: 'community', shapes: true })
    expect(names.slice(0, 7)).toEqual([
      'Tasks',
      'Methods',
      'Datasets',
      'Papers',
      'vision <b>',
      'tasks',
      'Others',
    ])
    const { muted } = surface('dark')
    const colours = [muted, muted, muted, muted, ...[0, 1, null].map((id) => communityColour('dark', id))]
    expect(signs.map(({ fill }) => fill)).toEqual(colours)
    // A diamond has corners, a disc has none.
    expect([signs[0]!.d, signs[1]!.d].map((path) => path!.includes('A'))).toEqual([false, true])
  })

  it('leaves out what the picture does not tell: types without signs, relations without colours', () => {
    const { names } = legendOf({ colour: 'community' }, { crowded: true })
    expect(names).toEqual(['vision <b>', 'tasks', 'Others'])
  })
})

describe('sizes of images', () => {
  it.each([
    ['of a few nodes, with room around them', 3, [0, 200], [760, 480], 1],
    ['of many nodes, a pixel for a unit', 1000, [0, 3000], [3000, 3000], 1],
    ['of nodes that stand far apart, less', 200, [0, 3000], [2450, 2450], 0.82],
    ['of very few of them, not much less', 5, [0, 3000], [1800, 1800], 0.6],
    ['of tens of thousands, squeezed', 50_000, [-10_000, 10_000], [8000, 8000], 0.4],
  ] as const)('%s', (_, nodes, [low, high], [wide, tall], expected) => {
    const frame = wholeFrame({ x: [low, high], y: [low, high] }, nodes)
    const { unit } = frame
    expect([frame.width, frame.height]).toEqual([wide, tall])
    expect(unit).toBeCloseTo(expected, 2)
    const middle = (low + high) / 2
    expect(frame.origin.x + middle * unit).toBeCloseTo(frame.width / 2)
    expect(frame.origin.y - middle * unit).toBeCloseTo(frame.height / 2)
  })

  it.each([
    [1000, 800, 4, false],
    [4096, 100, 4, false],
    [4097, 100, 4, true],
    [8000, 8000, 3, true],
  ])('%i by %i at %i are too large: %s', (width, height, scale, expected) => {
    expect(isTooLarge(pixelsOf({ width, height }, scale))).toBe(expected)
  })
})
