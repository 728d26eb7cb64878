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
    // More steps than the strip has room for.
    for (let i = 0; i < 6; i++) await page.keyboard.press('p')
    await page.getByRole('button', { name: '3 earlier' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Landscape' }).waitFor()
  })

  const focused = () =>
    page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent)
  const expectClosed = () => page.getByRole('menu').waitFor({ state: 'detached' })

  it('takes the focus to its first item, and moves it with arrows, Home and End', async () => {
    expect(await focused()).toBe('Landscape')
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
    expect(await focused()).toBe('3 earlier')
    await page.getByRole('complementary').getByRole('heading', { level: 2, name: 'ResNet' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: '8 papers, read' }).waitFor()
  })

  it('closes on Tab, which goes on to what comes after its button', async () => {
    await page.keyboard.press('Tab')
    await expectClosed()
    expect(await focused()).toBe('Unpinned ResNet')
  })
})
