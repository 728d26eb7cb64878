/** The panels below the picture. */
import type { View } from './view.ts'

export const deskViews: readonly View[] = [
  {
    name: 'cypher',
    // A phone has no room for queries.
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      await page.getByRole('button', { name: 'Cypher' }).click()
      await page.getByRole('button', { name: 'Run: The datasets that methods are tried on' }).click()
      await page.getByRole('grid').waitFor()
    },
  },
]
