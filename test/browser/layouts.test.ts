import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Landscape } from '../../graph-ui/api/contract.ts'
import { conceptId, fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { inView, openConcept, openLandscape } from './actions.ts'
import { explorerPage } from './page.ts'

interface Point {
  x: number
  y: number
}

const names = ['ResNet', 'VGG', 'DenseNet', 'ImageNet', 'CIFAR-10', 'image classification']
const keyOf = (name: string) => `Concept/${conceptId(name)}`

/** A landscape of so many nodes in a tree, each beside the one before. */
function treeOf(size: number, apart: number): Landscape {
  const nodes = Array.from({ length: size }, (_, i) => ({
    key: `Concept/n${i}`,
    type: 'Method' as const,
    name: `n${i}`,
    papers: 20,
    year: 2000 + (i % 20),
    lastYear: 2020,
    x: apart * (i % 40),
    y: apart * Math.floor(i / 40),
    community: null,
  }))
  const edges = nodes.slice(1).map(({ key }, i) => ({
    key: `e${i}`,
    source: key,
    target: nodes[Math.floor(i / 3)]!.key,
    type: 'BASED_ON' as const,
    papers: 1,
    against: 0,
    confidence: null,
    firstYear: null,
    lastYear: null,
  }))
  return { nodes, edges, communities: [] }
}

describe.skipIf(lacksBrowser())('layouts', () => {
  const here = explorerPage((store) => store.apply(fieldDelta), {
    context: { viewport: { width: 1280, height: 1000 }, reducedMotion: 'reduce' },
    expected: /Failed to load resource/,
  })
  let page: Page
  beforeEach(() => {
    page = here.page
  })

  const panel = () => page.getByRole('region', { name: 'Layout' })
  const choice = (name: string) => panel().getByRole('button', { name, exact: true })
  const openPanel = () => panel().getByRole('heading', { name: 'Layout' }).click()
  const isChosen = (name: string) => expect.poll(() => choice(name).getAttribute('aria-pressed')).toBe('true')
  const steps = async () =>
    (await page.getByRole('navigation', { name: 'Steps' }).getByRole('listitem').allTextContents()).map(
      (words) => words.trim(),
    )

  async function placesOf(keys: readonly string[]): Promise<Point[]> {
    const places = await page.evaluate((all) => all.map((key) => window.skein.nodePosition(key)), keys)
    return places.map((place) => {
      if (place === null) throw new Error('a node is not in the picture')
      return place
    })
  }
  /** How nodes stand to each other, wherever the camera is. */
  async function shapeOf(some: readonly string[]): Promise<string[]> {
    const places = await placesOf(some.map(keyOf))
    const [a, b] = [places[0]!, places[1]!]
    const unit = Math.hypot(b.x - a.x, b.y - a.y)
    const across = (value: number) => (Math.round((50 * value) / unit) / 50 || 0).toFixed(2)
    return places.map(({ x, y }) => `${across(x - a.x)} ${across(y - a.y)}`)
  }

  async function showLandscape(landscape: Landscape): Promise<void> {
    await page.route(/\/api\/landscape/, (route) => route.fulfill({ json: landscape }))
    await openLandscape(page, here.explorer.url)
    await openPanel()
  }

  const drawn: [name: string, stands: (places: Record<string, Point>) => boolean][] = [
    ['Circle', () => true],
    ['Layers', ({ DenseNet, ResNet }) => DenseNet!.y > ResNet!.y],
    [
      'Timeline',
      ({ ImageNet, VGG, ResNet, DenseNet }) =>
        ImageNet!.x < VGG!.x && VGG!.x < ResNet!.x && ResNet!.x < DenseNet!.x,
    ],
    ['Force-directed', () => true],
  ]
  it.each(drawn)('%s moves what is shown in one step, and undo restores it', async (name, stands) => {
    await openConcept(page, 'ResNet')
    await openPanel()
    await isChosen('First places')
    const before = await shapeOf(names)
    const stepsBefore = await steps()
    await choice(name).click()
    await isChosen(name)
    await expect.poll(() => shapeOf(names)).not.toEqual(before)
    expect(await steps()).toEqual([...stepsBefore, name])
    const places = await placesOf(names.map(keyOf))
    expect(stands(Object.fromEntries(names.map((node, i) => [node, places[i]!])))).toBe(true)
    // The years stand beside the buttons.
    const zoom = (await page.getByRole('group', { name: 'Zoom' }).boundingBox())!
    const { right } = await page.locator('.canvas').evaluate((canvas) => canvas.getBoundingClientRect())
    expect(right < zoom.x).toBe(name === 'Timeline')
    await page.getByRole('button', { name: 'Undo' }).click()
    await isChosen('First places')
    await expect.poll(() => shapeOf(names)).toEqual(before)
  })

  it('leave pinned nodes where they are, and first places come back', async () => {
    await openConcept(page, 'ResNet')
    await openPanel()
    const pinned = ['VGG', 'DenseNet', 'ImageNet']
    const others = ['ResNet', 'CIFAR-10', 'image classification']
    for (const name of pinned) {
      await inView(page).getByRole('button', { name, exact: true }).click()
      await page.keyboard.press('p')
    }
    await panel().getByText('3 pinned nodes stay in place.').waitFor()
    const [all, held, free] = [await shapeOf(names), await shapeOf(pinned), await shapeOf(others)]
    for (const name of ['Circle', 'Force-directed']) {
      await choice(name).click()
      await isChosen(name)
      await expect.poll(() => shapeOf(others)).not.toEqual(free)
      expect(await shapeOf(pinned)).toEqual(held)
    }
    await choice('First places').click()
    await expect.poll(() => shapeOf(names)).toEqual(all)
  })

  it('start forces, show them at work and stop them, while the page answers', async () => {
    const landscape = treeOf(2500, 20)
    await showLandscape(landscape)
    const some = landscape.nodes.slice(0, 5).map(({ key }) => key)
    const before = await placesOf(some)
    await choice('Force-directed').click()
    await page.getByRole('status').getByText('Force-directed').waitFor()
    await expect.poll(() => placesOf(some), { timeout: 60_000 }).not.toEqual(before)
    await choice('Stop the forces').click()
    await isChosen('Force-directed')
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Force-directed')
    expect(await steps()).toEqual(['Landscape', 'Force-directed'])
    await page.getByRole('status').getByText('Force-directed').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await isChosen('First places')
  })

  it('move nodes apart that cover each other', async () => {
    const landscape = treeOf(30, 6)
    await showLandscape(landscape)
    const covered = () =>
      page.evaluate(
        (keys) => {
          const discs = keys.map((key) => ({
            ...window.skein.nodePosition(key)!,
            r: window.skein.nodeRadius(key)!,
          }))
          return discs.filter((a, i) =>
            discs.some((b, j) => j < i && Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r),
          ).length
        },
        landscape.nodes.map(({ key }) => key),
      )
    expect(await covered()).toBeGreaterThan(10)
    await choice('No overlap').click()
    await expect.poll(covered).toBe(0)
    expect(await steps()).toEqual(['Landscape', 'No overlap'])
    await isChosen('First places')
  })

  it('that cannot be computed leave the picture and say so', async () => {
    await page.route('**/assets/worker-*.js', (route) => route.abort())
    await openConcept(page, 'ResNet')
    await openPanel()
    const [before, stepsBefore] = [await shapeOf(names), await steps()]
    await choice('Circle').click()
    await page.getByRole('alert').getByText('Reload the page').waitFor()
    expect(await shapeOf(names)).toEqual(before)
    expect(await steps()).toEqual(stepsBefore)
    await isChosen('First places')
  })
})
