import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { edgeButton, openConcept, openLandscape } from './actions.ts'
import { explorerPage } from './page.ts'

const phones = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
]

describe.skipIf(lacksBrowser()).each(phones)('on a phone of $width pixels', (viewport) => {
  const here = explorerPage((store) => store.apply(fieldDelta), {
    context: { viewport, hasTouch: true, isMobile: true },
    onLandscape: false,
  })

  it('the landscape is shown with the overview; search and evidence can be read; nothing is wider than the window', async () => {
    const { page } = here
    await openLandscape(page, here.explorer.url)
    const overview = page.getByRole('heading', { name: '8 papers, read' })
    expect(await isInWindow(page, await overview.boundingBox())).toBe(true)
    const stage = (await page.getByRole('main').boundingBox())!
    expect(stage.height).toBeGreaterThan(viewport.height / 3)
    await expectNoScroll(page)

    await openConcept(page, 'ResNet')
    await expectNoScroll(page)
    await edgeButton(page, /outperform/)
      .first()
      .tap()
    await page.locator('mark').first().waitFor()
    await expectNoScroll(page)
    const details = page.getByRole('complementary', { name: 'Details' })
    const small = (await details.boundingBox())!.height
    await page.getByRole('button', { name: 'Enlarge details' }).tap()
    expect((await details.boundingBox())!.height).toBeGreaterThan(small * 1.4)
    await page.getByRole('button', { name: 'Make details smaller' }).tap()
    expect((await details.boundingBox())!.height).toBe(small)
    await page.getByRole('button', { name: 'Close details' }).tap()
    await overview.waitFor()
  })

  it('the filters and the desk, where a panel opens it, are sheets that can be closed', async () => {
    const { page } = here
    await openLandscape(page, here.explorer.url)
    await page.getByRole('button', { name: 'Filters' }).tap()
    await page.getByRole('checkbox', { name: /^Methods/ }).waitFor()
    await expectNoScroll(page)
    await page.getByRole('button', { name: 'Filters' }).tap()
    await page.getByRole('button', { name: 'Page menu' }).tap()
    const copying = page.getByRole('menuitem', { name: 'Copy link to this view' })
    expect(await isInWindow(page, await copying.boundingBox())).toBe(true)
    await expectNoScroll(page)
    await copying.tap()
    await page.getByText(/^Link copied/).waitFor()
    expect(new URL(page.url()).hash).toMatch(/^#view=/)
    // Queries need a wide window; paths and leaderboards are reached from a concept.
    expect(await page.getByRole('button', { name: 'Cypher' }).count()).toBe(0)
    await openConcept(page, 'ResNet')
    await page.getByRole('button', { name: 'Paths' }).tap()
    const paths = page.getByRole('tabpanel', { name: 'Paths' })
    await paths.waitFor()
    await expectNoScroll(page)
    // What is chosen there is read above it.
    await page.getByRole('combobox', { name: 'To', exact: true }).fill('VGG')
    await page.getByRole('option').filter({ hasText: 'VGG' }).first().tap()
    await paths.getByRole('button', { name: 'VGG', exact: true }).first().tap()
    await page.getByRole('complementary').getByRole('heading', { level: 2, name: 'VGG' }).tap()
    await expectNoScroll(page)
    await page.getByRole('button', { name: 'Close details' }).tap()
    await paths.getByRole('button', { name: 'VGG', exact: true }).first().tap({ trial: true })
    await page
      .getByRole('button', { name: /^Close/ })
      .last()
      .tap()
    await page.getByRole('tabpanel', { name: 'Paths' }).waitFor({ state: 'detached' })
  })
})

async function expectNoScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(width).toBeLessThanOrEqual(0)
}

function isInWindow(page: Page, box: { y: number; height: number } | null): boolean {
  return box !== null && box.y >= 0 && box.y + box.height <= page.viewportSize()!.height
}
