/** The pictures of the README: views of the bundled sample. */
import { edgeButton, openConcept } from '../actions.ts'
import type { View } from './view.ts'

const heirs = `MATCH path = (m:Method {name: $method})
        <-[:BASED_ON*1..2]-(heir:Method)
RETURN heir.name AS heir,
       heir.firstYear AS since,
       length(path) AS steps, path
ORDER BY since, heir
`

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
      await page.getByRole('textbox', { name: 'Cypher query' }).focus()
      await page.keyboard.insertText(heirs)
      await page.getByRole('textbox', { name: '$method' }).fill('Transformer')
      await page.getByRole('button', { name: 'Run', exact: true }).click()
      await page.getByRole('tab', { name: 'Graph', selected: true }).waitFor()
      await page.getByRole('main', { name: /^Picture: MATCH/ }).waitFor()
      await page.getByRole('tab', { name: 'Table' }).click()
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
      await datasets.getByRole('button', { name: /^ImageNet \d/ }).click()
      await page.getByRole('button', { name: '84.3 %' }).click()
      await page.locator('mark').first().waitFor()
    },
  },
]
