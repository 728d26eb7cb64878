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
]
