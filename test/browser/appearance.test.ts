import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { conceptId, fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser, launchBrowser } from '../setup/browser.ts'
import { type RunningExplorer, startExplorer } from '../setup/explorer.ts'
import { inView, nodeCount, openConcept } from './actions.ts'

describe.skipIf(lacksBrowser())('the appearance of a picture', () => {
  let explorer: RunningExplorer
  let browser: Browser
  let context: BrowserContext
  let page: Page
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
    context = await browser.newContext({ viewport: { width: 1280, height: 1000 } })
    page = await context.newPage()
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(explorer.url)
    await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
    await inView(page).getByRole('button', { name: 'ResNet', exact: true }).waitFor()
    await panel().getByRole('heading', { name: 'Appearance' }).click()
  })
  afterEach(async () => {
    await context.close()
    expect(complaints.filter((text) => !text.includes('GPU stall'))).toEqual([])
  })

  const panel = () => page.getByRole('region', { name: 'Appearance' })
  const filters = () => page.getByRole('region', { name: 'Filters' })
  const undo = () => page.getByRole('button', { name: 'Undo' }).click()
  const sizeBy = (measure: string) => panel().getByLabel('Size by').selectOption(measure)
  async function radius(name: string): Promise<number> {
    const key = `Concept/${conceptId(name)}`
    return (await page.evaluate((node) => window.skein.nodeRadius(node), key)) ?? Number.NaN
  }
  /** How much larger one is than another. */
  const ratio = async (large: string, small: string) => (await radius(large)) / (await radius(small))

  it('sizes nodes by what is chosen, and undo takes it back', async () => {
    const before = await radius('ImageNet')
    await sizeBy('PageRank')
    // Nothing points to DenseNet, much to ImageNet.
    await expect.poll(() => ratio('ImageNet', 'DenseNet')).toBeGreaterThan(2)
    await panel().getByText('how strong the nodes are that point to a node').waitFor()
    await sizeBy('Betweenness')
    // All ways to accuracy end there; many cross ImageNet.
    await expect.poll(() => ratio('ImageNet', 'accuracy')).toBeGreaterThan(2.5)
    await sizeBy('Degree')
    await expect.poll(() => ratio('ResNet', 'accuracy')).toBeGreaterThan(1.5)
    await sizeBy('The same for all')
    await expect.poll(() => ratio('ResNet', 'accuracy')).toBeCloseTo(1)
    for (let i = 0; i < 4; i++) await undo()
    await expect.poll(() => radius('ImageNet')).toBeCloseTo(before)
    expect(await panel().getByLabel('Size by').inputValue()).toBe('papers')
  })

  it('measures what the filters leave', async () => {
    await sizeBy('Degree')
    await expect.poll(() => ratio('ImageNet', 'accuracy')).toBeGreaterThan(1.4)
    await filters().getByRole('button', { name: 'Only is measured by' }).click()
    await expect.poll(() => ratio('ImageNet', 'accuracy')).toBeCloseTo(1)
  })

  it('colours by community; the legend names them, and filters by them', async () => {
    const list = filters().getByRole('list', { name: 'Communities' })
    expect(await list.count()).toBe(0)
    await panel().getByRole('radio', { name: 'Community' }).check()
    await list.waitFor()
    const entries = list.getByRole('checkbox')
    expect(await entries.count()).toBeGreaterThan(1)
    const before = await nodeCount(page)
    await entries.first().uncheck()
    await expect.poll(() => nodeCount(page)).toBeLessThan(before)
    await undo()
    await expect.poll(() => nodeCount(page)).toBe(before)
    // A picture that came without communities gets its own.
    await openConcept(page, 'Transformer')
    await list.getByRole('checkbox').first().waitFor()
    await page.getByRole('button', { name: 'Steps' }).click()
    await page.getByRole('button', { name: 'Colour by community' }).waitFor()
    await page.keyboard.press('Escape')
    await undo()
    await undo()
    await list.waitFor({ state: 'detached' })
    expect(await panel().getByRole('radio', { name: 'Type' }).isChecked()).toBe(true)
  })

  it('can be chosen by keyboard', async () => {
    await panel().getByRole('radio', { name: 'Some' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await panel().getByRole('radio', { name: 'Many' }).isChecked()).toBe(true)
    await panel().getByRole('checkbox', { name: 'Shapes for types' }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Steps' }).click()
    await page.getByRole('button', { name: 'Shapes for types' }).waitFor()
    await page.getByRole('button', { name: 'Many names' }).waitFor()
  })
})
