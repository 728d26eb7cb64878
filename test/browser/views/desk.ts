/** The panels below the picture. */
import type { View } from './view.ts'

export const deskViews: readonly View[] = [
  {
    name: 'cypher',
    // A phone has no room for queries.
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      await page.getByRole('button', { name: 'Cypher' }).click()
      await page.getByLabel('Examples').selectOption('3')
      await page.getByRole('table').waitFor()
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
    },
  },
]
