/** The frame: the landscape, search, and what opens from the toolbar. */
import type { View } from './view.ts'

export const frameViews: readonly View[] = [
  { name: 'landscape', sizes: ['wide', 'narrow', 'phone'], arrive: async () => {} },
  {
    name: 'search',
    sizes: ['wide', 'narrow', 'phone'],
    async arrive(page) {
      await page.keyboard.press('/')
      await page.keyboard.type('trasnformer')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'filters',
    sizes: ['phone'],
    async arrive(page) {
      await page.getByRole('button', { name: 'Filters' }).click()
      await page.getByRole('checkbox', { name: /^Methods/ }).waitFor()
    },
  },
  {
    name: 'export',
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      await page.getByRole('button', { name: 'Export' }).click()
      await page.getByRole('button', { name: 'Save image' }).waitFor()
    },
  },
  {
    name: 'export-data',
    sizes: ['wide'],
    async arrive(page) {
      await page.keyboard.press('x')
      await page.getByRole('tab', { name: 'Data' }).click()
      await page.getByRole('combobox', { name: 'Format' }).selectOption('bibtex')
      await page.getByRole('button', { name: 'Save data' }).waitFor()
    },
  },
  {
    name: 'steps',
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      for (let i = 0; i < 8; i++) await page.getByRole('checkbox', { name: /^Methods/ }).press('Space')
      await page.keyboard.press('Control+z')
      await page.getByRole('button', { name: /^\d+ earlier$/ }).click()
      await page.getByRole('menuitem').nth(1).waitFor()
    },
  },
  {
    name: 'filtered-out',
    sizes: ['wide', 'narrow'],
    async arrive(page) {
      for (const name of [/^Methods/, /^Datasets/, /^Tasks/, /^Metrics/]) {
        await page.getByRole('checkbox', { name }).press('Space')
      }
      await page.getByText('Everything here is left out or hidden.').waitFor()
    },
  },
  {
    name: 'help',
    sizes: ['wide', 'narrow', 'phone'],
    async arrive(page) {
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
]
