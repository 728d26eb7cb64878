import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { openConcept } from './actions.ts'
import { explorerPage } from './page.ts'

describe.skipIf(lacksBrowser())('a menu, by keyboard', () => {
  const here = explorerPage((store) => store.apply(fieldDelta))
  let page: Page
  beforeEach(async () => {
    page = here.page
    await openConcept(page, 'ResNet')
    await page.getByRole('button', { name: 'Export' }).press('Enter')
    await page.getByRole('menuitem', { name: 'GraphML' }).waitFor()
  })

  const focused = () =>
    page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent)
  const expectClosed = () => page.getByRole('menu').waitFor({ state: 'detached' })

  it('takes the focus to its first item, and moves it with arrows, Home and End', async () => {
    expect(await focused()).toBe('Image png')
    const items = await page.getByRole('menuitem').allTextContents()
    const visited: (string | null | undefined)[] = []
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'End', 'Home']) {
      await page.keyboard.press(key)
      visited.push(await focused())
    }
    expect(visited).toEqual([items[1], items[0], items.at(-1), items[0], items.at(-1), items[0]])
  })

  it('closes on Escape, which leaves what is selected behind it', async () => {
    await page.keyboard.press('Escape')
    await expectClosed()
    expect(await focused()).toBe('Export')
    await page.getByRole('complementary').getByRole('heading', { level: 2, name: 'ResNet' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: '8 papers, read' }).waitFor()
  })

  it('closes on Tab, which goes on to what comes after its button', async () => {
    await page.keyboard.press('Tab')
    await expectClosed()
    expect(await focused()).toBe('Dark colours')
  })

  it('gives the focus back when an item was chosen', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'GraphML' }).press('Enter')
    await download
    await expectClosed()
    expect(await focused()).toBe('Export')
  })
})
