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
]
