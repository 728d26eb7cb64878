/** Comparisons, contradictions and leaderboards. */
import type { Page } from 'playwright-core'
import type { View } from './view.ts'

async function openPanel(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Cypher' }).click()
  await page.getByRole('tab', { name }).click()
}

export const compareViews: readonly View[] = [
  {
    name: 'compare',
    // A phone has no room for tables of several columns.
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      await openPanel(page, 'Compare')
      for (const name of ['ResNet', 'VGG']) {
        await page.getByRole('combobox', { name: 'Add' }).fill(name)
        await page.getByRole('option').filter({ hasText: name }).first().waitFor()
        await page.keyboard.press('Enter')
        await page.getByRole('list', { name: 'Compared' }).getByText(name, { exact: true }).waitFor()
      }
      await page
        .getByRole('table', { name: 'Side by side' })
        .getByRole('button', { name: /ResNet is evaluated on ImageNet/ })
        .click()
      await page.locator('mark').first().waitFor()
    },
  },
  {
    name: 'contradictions',
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      await openPanel(page, 'Contradictions')
      await page.getByText(/disagree/).waitFor()
    },
  },
  {
    name: 'leaderboards',
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      await openPanel(page, 'Leaderboard')
      await page.getByRole('region', { name: 'Datasets with numbers' }).getByText(/./).first().waitFor()
    },
  },
]
