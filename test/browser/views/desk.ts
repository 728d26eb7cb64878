/** The panels below the picture. */
import type { Page } from 'playwright-core'
import type { Size, View } from './view.ts'

// A phone has no room for queries.
const cypherSizes: readonly Size[] = ['wide', 'narrow']

async function openExamples(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cypher' }).click()
  await page.getByRole('button', { name: /^Run: State of the art/ }).waitFor()
}

export const deskViews: readonly View[] = [
  {
    name: 'cypher',
    sizes: cypherSizes,
    async arrive(page) {
      await openExamples(page)
      await page.getByRole('button', { name: /^Run: State of the art/ }).click()
      await page.getByRole('grid').waitFor()
      await page.getByRole('grid').focus()
    },
  },
  { name: 'cypher-examples', sizes: cypherSizes, arrive: openExamples },
  {
    name: 'cypher-saved',
    sizes: cypherSizes,
    async arrive(page) {
      await openExamples(page)
      await page.getByRole('button', { name: /^Put into the editor: Lineage/ }).click()
      await page.getByRole('button', { name: 'Saved' }).click()
      await page.getByRole('textbox', { name: /^Name of the query/ }).fill('Where it comes from')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Rename: Where it comes from' }).waitFor()
    },
  },
  {
    name: 'paths',
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      await page.getByRole('button', { name: 'Cypher' }).click()
      await page.getByRole('tab', { name: 'Paths' }).click()
      for (const [label, name] of [
        ['From', 'BERT'],
        ['To', 'machine translation'],
      ] as const) {
        await page.getByRole('combobox', { name: label, exact: true }).fill(name)
        await page.getByRole('option').filter({ hasText: name }).first().click()
      }
      const best = page.getByRole('tabpanel', { name: 'Paths' }).getByRole('article').first()
      await best.getByRole('button', { expanded: false }).first().click()
      await best.locator('mark').first().waitFor()
      await page.getByRole('button', { name: /^Relations:/ }).click()
    },
  },
]
