import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { explorerPage } from './page.ts'

describe.skipIf(lacksBrowser())('the desk below the picture', () => {
  const here = explorerPage((store) => store.apply(fieldDelta))
  let page: Page
  beforeEach(async () => {
    page = here.page
    await page.getByRole('button', { name: 'Cypher' }).press('Enter')
    await page.getByRole('textbox', { name: 'Cypher query' }).waitFor()
  })

  const height = async () => (await page.getByRole('region', { name: 'Cypher' }).boundingBox())!.height

  it('is closed by keyboard, and the focus goes back to the button that opened it', async () => {
    await page.getByRole('button', { name: 'Close Cypher' }).press('Enter')
    await page.getByRole('region', { name: 'Cypher' }).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Cypher')
  })

  it('is made higher and lower by keyboard, within the window, and stays so', async () => {
    const handle = page.getByRole('separator', { name: 'Height of Cypher' })
    const before = await height()
    await handle.press('ArrowUp')
    expect(await height()).toBeGreaterThan(before)
    await handle.press('ArrowDown')
    expect(await height()).toBe(before)
    await handle.press('End')
    expect(await height()).toBe(Number(await handle.getAttribute('aria-valuemax')))
    const top = (await page.getByRole('region', { name: 'Cypher' }).boundingBox())!.y
    const toolbar = (await page.getByRole('banner').boundingBox())!
    expect(top).toBeGreaterThanOrEqual(toolbar.y + toolbar.height)
    await handle.press('Home')
    const least = await height()
    expect(least).toBe(Number(await handle.getAttribute('aria-valuenow')))
    await page.reload()
    await page.getByRole('button', { name: 'Cypher' }).click()
    await expect.poll(height).toBe(least)
  })

  it('is made higher by dragging', async () => {
    const before = await height()
    const { x, y } = (await page.getByRole('separator').boundingBox())!
    await page.mouse.move(x + 200, y + 5)
    await page.mouse.down()
    await page.mouse.move(x + 200, y - 55, { steps: 3 })
    await page.mouse.up()
    expect(await height()).toBe(before + 60)
    await page.mouse.move(x + 200, y - 100)
    expect(await height()).toBe(before + 60)
  })

  it('goes from tab to tab of an answer with arrows, Home and End, and chooses with Enter', async () => {
    await page.getByRole('button', { name: 'Run: The datasets that methods are tried on' }).click()
    const tab = (name: string) => page.getByRole('tab', { name })
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await tab('Table').press('ArrowRight')
    expect(await focused()).toBe('JSON')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Graph')
    await page.keyboard.press('ArrowLeft')
    expect(await focused()).toBe('JSON')
    await page.keyboard.press('Home')
    expect(await focused()).toBe('Graph')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'JSON', selected: true }).waitFor()
    expect(await page.getByRole('tabpanel', { name: 'JSON' }).textContent()).toContain('"columns"')
    expect(await tab('Table').getAttribute('tabindex')).toBe('-1')
  })
})
