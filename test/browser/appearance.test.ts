import type { Locator } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { conceptId, fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { inView, nodeCount, openConcept } from './actions.ts'
import { explorerPage } from './page.ts'

/** High enough for the legend to be seen beside the choices. */
const viewport = { width: 1280, height: 1000 }

describe.skipIf(lacksBrowser())('the appearance of a picture', () => {
  const tab = explorerPage((store) => store.apply(fieldDelta), { context: { viewport } })
  beforeEach(async () => {
    await inView(tab.page).getByRole('button', { name: 'ResNet', exact: true }).waitFor()
    await panel().getByRole('heading', { name: 'Appearance' }).click()
  })

  const panel = () => tab.page.getByRole('region', { name: 'Appearance' })
  const filters = () => tab.page.getByRole('region', { name: 'Filters' })
  const undo = () => tab.page.getByRole('button', { name: 'Undo', exact: true }).click()
  const step = (words: string) =>
    tab.page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: words, exact: true })
  const sizeBy = (measure: string) => panel().getByLabel('Size by').selectOption(measure)
  async function radius(name: string): Promise<number> {
    const key = `Concept/${conceptId(name)}`
    return (await tab.page.evaluate((node) => window.skein.nodeRadius(node), key)) ?? Number.NaN
  }
  const coloursOf = (part: Locator) =>
    part.locator('.dot').evaluateAll((dots) => dots.map((dot) => getComputedStyle(dot).backgroundColor))
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
    // The dots beside the names have the colours of the legend.
    const legend = await coloursOf(list)
    expect(new Set(legend).size).toBeGreaterThan(1)
    expect(await coloursOf(inView(tab.page))).toEqual(expect.arrayContaining(legend))
    const before = await nodeCount(tab.page)
    await entries.first().uncheck()
    await expect.poll(() => nodeCount(tab.page)).toBeLessThan(before)
    await undo()
    await expect.poll(() => nodeCount(tab.page)).toBe(before)
    // A picture that came without communities gets its own.
    await openConcept(tab.page, 'Transformer')
    await list.getByRole('checkbox').first().waitFor()
    await step('Colour by community').waitFor()
    await undo()
    await undo()
    await list.waitFor({ state: 'detached' })
    expect(await panel().getByRole('radio', { name: 'Type' }).isChecked()).toBe(true)
  })

  it('can be chosen by keyboard', async () => {
    await panel().getByRole('radio', { name: 'Some' }).focus()
    await tab.page.keyboard.press('ArrowRight')
    expect(await panel().getByRole('radio', { name: 'Many' }).isChecked()).toBe(true)
    await panel().getByRole('checkbox', { name: 'Shapes for types' }).focus()
    await tab.page.keyboard.press('Space')
    await step('Shapes for types').waitFor()
    await step('Many names').waitFor()
  })
})
