import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { inView, openConcept } from './actions.ts'
import { explorerPage } from './page.ts'

describe.skipIf(lacksBrowser())('shortcuts', () => {
  const here = explorerPage((store) => store.apply(fieldDelta))
  let page: Page
  beforeEach(async () => {
    page = here.page
    await openConcept(page, 'ResNet')
  })
  const pinned = () => page.getByRole('region', { name: 'Pinned' })
  const article = () => page.getByRole('article', { name: 'ResNet' })

  it('are listed in the help, and those of one key can be turned off for good', async () => {
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'What you can do here' })
    const listed = await help.getByRole('definition').allTextContents()
    expect(listed).toEqual(expect.arrayContaining(['Ctrl-Z', 'Ctrl-Shift-ZCtrl-Y', 'P', 'Delete', '?']))
    await help.getByRole('checkbox', { name: 'Shortcuts of one key' }).uncheck()
    // Keys do nothing to the page behind the dialog, Escape closes it alone.
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    await article().waitFor()

    await page.reload()
    await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
    await inView(page).getByRole('button', { name: 'ResNet', exact: true }).click()
    await page.keyboard.press('p')
    await page.keyboard.press('?')
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: 'Show hidden (1)' }).waitFor()
    expect([await pinned().count(), await help.count()]).toEqual([0, 0])

    await page.getByRole('button', { name: 'Help' }).click()
    await help.getByRole('checkbox').check()
    await help.getByRole('button', { name: 'Close help' }).click()
    await inView(page).getByRole('button').first().click()
    await page.keyboard.press('p')
    await pinned().waitFor()
  })

  it('do nothing while the person is writing, nor does Escape there clear what is selected', async () => {
    await page.getByRole('combobox').fill('p')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('o')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Cypher' }).click()
    const editor = page.getByRole('textbox', { name: 'Cypher query' })
    await editor.pressSequentially('MATCH (p')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Export' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Export' })
    await dialog.waitFor()
    await page.keyboard.press('p')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await article().waitFor()
    expect(await editor.textContent()).toContain('MATCH (p')
    expect(await pinned().count()).toBe(0)
  })
})
