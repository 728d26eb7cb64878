/** What is done with a node of the picture. */
import { inView, openConcept } from '../actions.ts'
import type { View } from './view.ts'

export const nodeViews: readonly View[] = [
  {
    name: 'several-moving',
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      const entries = inView(page).getByRole('button')
      await entries.nth(0).click()
      await entries.nth(1).click({ modifiers: ['Shift'] })
      await page.getByRole('article', { name: '2 nodes selected' }).waitFor()
      await entries.nth(2).click({ button: 'right' })
      await page.getByRole('menuitem', { name: /^Move/ }).click()
      await page.getByRole('button', { name: 'Right', exact: true }).click()
    },
  },
  {
    name: 'node-menu',
    sizes: ['wide', 'narrow', 'phone'],
    async arrive(page) {
      await openConcept(page, 'Transformer')
      await page.getByRole('button', { name: 'More' }).click()
      await page
        .getByRole('menuitem', { name: /^Expand all|all shown$/ })
        .first()
        .waitFor()
    },
  },
  {
    name: 'focus',
    // A phone has no room for the lists of what is hidden and pinned.
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      const entries = inView(page).getByRole('button')
      for (const nth of [3, 4]) {
        await entries.nth(nth).click()
        await page.keyboard.press('Delete')
      }
      await entries.nth(2).click()
      await page.keyboard.press('p')
      await page.keyboard.press('o')
      await page.getByRole('region', { name: 'Pinned' }).waitFor()
    },
  },
]
