/** What the panel on the right shows. */
import { edgeButton, inView, openConcept } from '../actions.ts'
import type { View } from './view.ts'

export const detailsViews: readonly View[] = [
  {
    name: 'landscape-evidence',
    // A phone has no room for the list beside the picture.
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      await inView(page).getByRole('button', { name: 'BERT', exact: true }).click()
      await edgeButton(page, /is evaluated on\s*GLUE/).click()
      await page.locator('mark').first().waitFor()
    },
  },
  {
    name: 'concept',
    sizes: ['wide', 'narrow', 'phone'],
    arrive: (page) => openConcept(page, 'Transformer'),
  },
  {
    name: 'evidence',
    sizes: ['wide', 'narrow', 'phone'],
    async arrive(page) {
      await openConcept(page, 'ResNet')
      await edgeButton(page, /outperform/)
        .first()
        .click()
      await page.locator('mark').first().waitFor()
    },
  },
  {
    name: 'paper',
    sizes: ['wide', 'narrow', 'phone'],
    async arrive(page) {
      await openConcept(page, 'BERT')
      await page.getByRole('region', { name: 'Introduced by' }).getByRole('button').first().click()
      await page.getByRole('region', { name: 'Abstract' }).waitFor()
    },
  },
  {
    name: 'claim',
    sizes: ['wide', 'narrow', 'phone'],
    async arrive(page) {
      await openConcept(page, 'BERT')
      await page.getByRole('region', { name: 'Introduced by' }).getByRole('button').first().click()
      await page.getByRole('region', { name: 'Claims' }).getByRole('button').first().click()
      await page.getByRole('region', { name: 'Sentence' }).locator('mark').first().waitFor()
    },
  },
]
