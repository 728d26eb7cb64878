import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { View } from '../../graph-ui/api/contract.ts'
import { communityColour, typeColour } from '../../graph-ui/app/palette.ts'
import { conceptId, fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser, launchBrowser } from '../setup/browser.ts'
import { buildCanvasPage } from '../setup/built-canvas.ts'
import { type RunningExplorer, startExplorer } from '../setup/explorer.ts'
import { openConcept } from './actions.ts'

interface Point {
  x: number
  y: number
}

const keyOf = (name: string) => `Concept/${conceptId(name)}`

async function placeOf(page: Page, key: string): Promise<Point> {
  const place = await page.evaluate((node) => window.skein.nodePosition(node), key)
  if (!place) throw new Error(`${key} is not in the picture`)
  return place
}

/** Draws a rectangle with the mouse, from its left upper corner and back there. */
async function drawAround(page: Page, [a, b]: readonly [Point, Point]): Promise<void> {
  const [left, right] = [Math.min(a.x, b.x) - margin, Math.max(a.x, b.x) + margin]
  const [top, bottom] = [Math.min(a.y, b.y) - margin, Math.max(a.y, b.y) + margin]
  await page.mouse.move(left, top)
  await page.mouse.down()
  await page.mouse.move(right, top, { steps: 4 })
  await page.mouse.move(right, bottom, { steps: 4 })
  await page.mouse.move(left, bottom, { steps: 4 })
  await page.mouse.up()
}
const margin = 8

/** Two nodes that can be drawn around without any of the others. */
function pairApart(places: ReadonlyMap<string, Point>): [string, string] {
  const all = [...places]
  for (const [key, a] of all) {
    for (const [other, b] of all) {
      if (other <= key) continue
      const inside = all.filter(
        ([, { x, y }]) =>
          x > Math.min(a.x, b.x) - 2 * margin &&
          x < Math.max(a.x, b.x) + 2 * margin &&
          y > Math.min(a.y, b.y) - 2 * margin &&
          y < Math.max(a.y, b.y) + 2 * margin,
      )
      if (inside.length === 2) return [key, other]
    }
  }
  throw new Error('no two nodes stand together')
}

/** The colour of a point of the page, as `#rrggbb`. */
async function colourAt(page: Page, { x, y }: Point): Promise<string> {
  const png = await page.screenshot({ clip: { x: Math.round(x), y: Math.round(y), width: 1, height: 1 } })
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(1, 1).getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const [r, g, b] = context.getImageData(0, 0, 1, 1).data
    return `#${[r, g, b].map((channel) => channel!.toString(16).padStart(2, '0')).join('')}`
  }, png.toString('base64'))
}

describe.skipIf(lacksBrowser())('the canvas, as a person uses it', () => {
  let explorer: RunningExplorer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  /** The nodes of the picture that is opened. */
  let keys: string[]
  const complaints: string[] = []

  beforeAll(async () => {
    explorer = await startExplorer((store) => store.apply(fieldDelta))
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await explorer?.close()
  })
  beforeEach(async () => {
    complaints.length = 0
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    page = await context.newPage()
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(explorer.url)
    await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
    const [answer] = await Promise.all([
      page.waitForResponse('**/api/neighbourhood'),
      openConcept(page, 'Transformer'),
    ])
    keys = ((await answer.json()) as View).nodes.map(({ key }) => key)
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: '8 papers, read' }).waitFor()
  })
  afterEach(() => context.close())

  function expectPeace(): void {
    expect(complaints.filter((text) => !text.includes('GPU stall'))).toEqual([])
  }
  const refreshes = () => page.evaluate(() => window.skein.fullRefreshes)
  const selected = () => page.getByRole('complementary').getByRole('article')
  const hasSelected = (count: number) =>
    page
      .getByRole('complementary')
      .getByRole('article', { name: `${count} nodes selected` })
      .waitFor()

  it('does not read the graph anew, however often nodes are pointed at and selected', async () => {
    const before = await refreshes()
    for (let i = 0; i < 20; i++) {
      const { x, y } = await placeOf(page, keyOf(i % 2 === 0 ? 'BERT' : 'LSTM'))
      await page.mouse.move(x, y, { steps: 3 })
      if (i % 4 === 0) await page.mouse.click(x, y)
      await page.mouse.move(x + 60, y + 40, { steps: 3 })
    }
    await page.getByRole('complementary').getByRole('heading', { level: 2, name: 'BERT' }).waitFor()

    const ends = [keyOf('Transformer'), 'OUTPERFORMS', keyOf('LSTM')]
    const edge = await page.evaluate((key) => window.skein.edgePosition(key), JSON.stringify(ends))
    const card = page.getByText('1 paper says Transformer outperforms LSTM.')
    await page.mouse.move(edge!.x, edge!.y, { steps: 3 })
    await card.waitFor()
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    await page.mouse.move(edge!.x + 150, edge!.y + 150)
    await page.mouse.move(edge!.x, edge!.y, { steps: 3 })
    await card.waitFor()
    await page.mouse.wheel(0, 60)
    await card.waitFor({ state: 'detached' })
    expect(await refreshes()).toBe(before)
    expectPeace()
  })

  it('adds nodes to the selection with Shift, and takes them out again', async () => {
    for (const name of ['BERT', 'LSTM', 'machine translation']) {
      const { x, y } = await placeOf(page, keyOf(name))
      await page.keyboard.down('Shift')
      await page.mouse.click(x, y)
      await page.keyboard.up('Shift')
      // Two clicks at once are a double click.
      await page.waitForTimeout(350)
    }
    await hasSelected(3)
    const { x, y } = await placeOf(page, keyOf('machine translation'))
    await page.keyboard.down('Shift')
    await page.mouse.click(x, y)
    await page.keyboard.up('Shift')
    await hasSelected(2)
    for (const name of ['BERT', 'LSTM']) await selected().getByRole('button', { name, exact: true }).waitFor()
    expectPeace()
  })

  it('selects what a lasso encloses: with Shift, or with the button until Escape', async () => {
    const places = new Map<string, Point>()
    for (const key of keys) places.set(key, await placeOf(page, key))
    const [a, b] = pairApart(places)
    const around = [places.get(a)!, places.get(b)!] as const
    await page.keyboard.down('Shift')
    await drawAround(page, around)
    await page.keyboard.up('Shift')
    await hasSelected(2)
    expect(await placeOf(page, a)).toEqual(around[0])
    await page.keyboard.press('Escape')
    await selected().waitFor({ state: 'detached' })

    const button = page.getByRole('button', { name: 'Lasso' })
    await button.click()
    await drawAround(page, around)
    await hasSelected(2)
    await page.keyboard.press('Escape')
    expect(await button.getAttribute('aria-pressed')).toBe('false')
    await hasSelected(2)
    expectPeace()
  })

  it('moves a node with the mouse, without reading the graph anew, and undoes it', async () => {
    const from = await placeOf(page, keyOf('LSTM'))
    const before = await refreshes()
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 50, from.y + 30, { steps: 6 })
    await page.mouse.up()
    const near = async (x: number, y: number) => {
      const at = await placeOf(page, keyOf('LSTM'))
      return Math.hypot(at.x - x, at.y - y) < 2
    }
    await expect.poll(() => near(from.x + 50, from.y + 30)).toBe(true)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => near(from.x, from.y)).toBe(true)
    expect(await refreshes()).toBe(before)
    expectPeace()
  })

  it('is there again when the browser has taken its surface away', async () => {
    const before = await placeOf(page, keyOf('BERT'))
    await page.evaluate(() => {
      const surface = document.querySelector<HTMLCanvasElement>('.sigma-nodes')!
      surface.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext()
    })
    const isLost = () =>
      page.evaluate(() => {
        const surface = document.querySelector<HTMLCanvasElement>('.sigma-nodes')
        return surface?.getContext('webgl2')?.isContextLost() ?? true
      })
    await expect.poll(isLost).toBe(false)
    const after = await placeOf(page, keyOf('BERT'))
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(1)
    await page.mouse.click(after.x, after.y)
    await page.getByRole('complementary').getByRole('heading', { level: 2, name: 'BERT' }).waitFor()
  })
})

describe.skipIf(lacksBrowser())('the picture alone', () => {
  let browser: Browser
  let page: Page
  let open: (page: Page) => Promise<void>
  const complaints: string[] = []
  beforeAll(async () => {
    browser = await launchBrowser()
    open = await buildCanvasPage()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    complaints.length = 0
    page = await browser.newPage({ viewport: { width: 900, height: 700 } })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await open(page)
  })
  afterEach(async () => {
    await page.close()
    expect(complaints).toEqual([])
  })

  it('has shapes and colours for types, and colours for communities', async () => {
    /** Draws four nodes far apart, and says where the second one (a dataset in community 1) is. */
    const draw = (shapes: boolean, colour: 'type' | 'community') =>
      page.evaluate(
        ({ shapes, colour }) => {
          const { picture, seededView, firstAppearance } = window.canvasPage
          const canvas = picture()
          const nodes = seededView(4, 0).nodes.map((node, i) => ({
            ...node,
            x: 300 * i,
            y: 0,
            name: '',
            community: i,
          }))
          canvas.show({ nodes, edges: [] }, [], true)
          canvas.setAppearance({ ...firstAppearance, shapes, colour }, new Map([['Concept/1', 1]]))
          return new Promise<{ x: number; y: number }>((drawn) =>
            requestAnimationFrame(() => drawn(canvas.nodePosition('Concept/1')!)),
          )
        },
        { shapes, colour },
      )
    // The largest nodes have a radius of 22 pixels: this is outside of a disc and inside of a square.
    const corner = ({ x, y }: Point) => ({ x: x + 17, y: y + 17 })
    const disc = await draw(false, 'type')
    expect(await colourAt(page, disc)).toBe(typeColour('light', 'Dataset'))
    expect(await colourAt(page, corner(disc))).toBe('#ffffff')
    const square = await draw(true, 'community')
    expect(await colourAt(page, corner(square))).toBe(communityColour('light', 1))
  })

  it('finds edges and nodes of a large picture, and opens a menu', async () => {
    const where = await page.evaluate(() => {
      const { picture, seededView } = window.canvasPage
      const canvas = picture()
      const view = seededView(3100, 3000)
      canvas.show(view, [], true)
      // A part goes and comes back, and is found again.
      const left = new Set(view.nodes.filter((_, i) => i % 4 !== 0).map(({ key }) => key))
      const nodes = view.nodes.filter(({ key }) => left.has(key))
      const edges = view.edges.filter(({ source, target }) => left.has(source) && left.has(target))
      canvas.show({ nodes, edges }, [], false)
      canvas.show(view, [], false)
      canvas.setCamera({ ...canvas.camera(), x: 0.5, y: 0.5, ratio: 0.1 })
      const inSight = (point: { x: number; y: number } | null) =>
        point !== null && point.x > 50 && point.y > 50 && point.x < 850 && point.y < 650
      return new Promise<{ edge: { x: number; y: number }; key: string; node: { x: number; y: number } }>(
        (found) =>
          requestAnimationFrame(() => {
            const places = view.nodes.map(({ key }) => canvas.nodePosition(key)!)
            const away = (a: { x: number; y: number }) =>
              Math.min(...places.map((b) => Math.hypot(a.x - b.x, a.y - b.y)))
            const edge = view.edges.find(({ key }) => {
              const middle = canvas.edgePosition(key)
              return inSight(middle) && away(middle!) > 15
            })!
            const node = view.nodes.find(({ key }) => inSight(canvas.nodePosition(key)))!
            const at = canvas.nodePosition(node.key)!
            found({ edge: canvas.edgePosition(edge.key)!, key: node.key, node: at })
          }),
      )
    })
    await page.waitForTimeout(300)
    await page.mouse.click(where.edge.x, where.edge.y)
    await page.mouse.click(where.node.x, where.node.y, { button: 'right' })
    const done = await page.evaluate(() => window.canvasPage.done)
    expect(done.some((what) => what.startsWith('selectEdge edge '))).toBe(true)
    expect(done.some((what) => what.startsWith('openMenu Concept/'))).toBe(true)
  })
})
