/** The sidebar at work: filters in effect, and the choices of appearance. */
import { openConcept } from '../actions.ts'
import type { View } from './view.ts'

export const filtersViews: readonly View[] = [
  {
    name: 'filtered',
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      await openConcept(page, 'ResNet')
      await page.getByRole('checkbox', { name: /^mentions/ }).press('Space')
      await page.getByRole('slider', { name: 'To year' }).press('ArrowLeft')
      for (const title of ['Strength', 'Names']) {
        await page.getByRole('heading', { name: title, exact: true }).click()
      }
      // Each list moves what is below it when it comes.
      for (const title of ['Venues', 'Communities']) {
        await page.getByRole('heading', { name: title, exact: true }).click()
        await page.getByRole('list', { name: title }).waitFor()
      }
    },
  },
  {
    name: 'appearance',
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      await page.getByRole('heading', { name: 'Appearance', exact: true }).click()
      await page.getByRole('radio', { name: 'Community' }).check()
      await page.getByRole('checkbox', { name: 'Shapes for types' }).check()
      await page.getByLabel('Size by').selectOption('PageRank')
      await page.getByRole('list', { name: 'Communities' }).waitFor()
    },
  },
  {
    name: 'timeline',
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      for (const title of ['Types', 'Relations', 'Years', 'Layout', 'Time']) {
        await page.getByRole('heading', { name: title, exact: true }).click()
      }
      await page.getByRole('button', { name: 'Timeline', exact: true }).click()
      await page.getByRole('button', { name: 'Timeline', pressed: true }).waitFor()
    },
  },
]
