/** The pictures of the README: views of the bundled sample. */
import { edgeButton, openConcept } from '../actions.ts'
import type { View } from './view.ts'

export const readmeViews: readonly View[] = [
  {
    name: 'explorer',
    sizes: ['wide'],
    async arrive(page) {
      await openConcept(page, 'BERT')
      await edgeButton(page, /is evaluated on\s*GLUE/).click()
      await page.locator('mark').first().waitFor()
    },
  },
  {
    name: 'cypher',
    sizes: ['wide'],
    async arrive(page) {
      await page.getByRole('button', { name: 'Cypher' }).click()
      await page.getByRole('button', { name: /^Run: What grew out of a method/ }).click()
      await page.getByRole('grid').waitFor()
    },
  },
  {
    name: 'leaderboard',
    sizes: ['wide'],
    async arrive(page) {
      await page.getByRole('button', { name: 'Cypher' }).click()
      await page.getByRole('tab', { name: 'Leaderboard' }).click()
      const datasets = page.getByRole('region', { name: 'Datasets with numbers' })
      await datasets.getByRole('button', { name: /^ImageNet / }).click()
      await page.getByRole('button', { name: '84.3 %' }).click()
      await page.locator('mark').first().waitFor()
    },
  },
]
