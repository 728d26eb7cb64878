import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser, launchBrowser } from '../setup/browser.ts'
import { type RunningExplorer, startExplorer } from '../setup/explorer.ts'
import { edgeButton, openConcept } from './actions.ts'

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
}

describe.skipIf(lacksBrowser())('WCAG 2.2 AA, as far as axe can tell', () => {
  let explorer: RunningExplorer
  let browser: Browser
  beforeAll(async () => {
    explorer = await startExplorer((store) => store.apply(fieldDelta))
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await explorer?.close()
  })

  const views: [string, (page: Page) => Promise<void>][] = [
    ['landscape', async () => {}],
    [
      'search',
      async (page) => {
        await page.getByRole('combobox').fill('net')
        await page.getByRole('option').first().waitFor()
      },
    ],
    ['concept', (page) => openConcept(page, 'ResNet')],
    [
      'evidence',
      async (page) => {
        await openConcept(page, 'ResNet')
        await edgeButton(page, /outperforms\s*VGG/).click()
        await page.locator('mark').first().waitFor()
      },
    ],
    [
      'paper',
      async (page) => {
        await openConcept(page, 'BERT')
        await page.getByRole('region', { name: 'Introduced by' }).getByRole('button').click()
        await page.getByRole('region', { name: 'Claims' }).waitFor()
      },
    ],
    [
      'cypher',
      async (page) => {
        await page.getByRole('button', { name: 'Cypher' }).click()
        await page.getByLabel('Examples').selectOption('3')
        await page.getByRole('table').waitFor()
      },
    ],
    [
      'export menu',
      async (page) => {
        await page.getByRole('button', { name: 'Export' }).click()
        await page.getByRole('button', { name: /^GraphML/ }).waitFor()
      },
    ],
  ]

  for (const colorScheme of ['light', 'dark'] as const) {
    it.each(views)(`%s, ${colorScheme}`, async (_, arrive) => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width: 1280, height: 800 },
        bypassCSP: true,
      })
      const page = await context.newPage()
      try {
        await page.goto(explorer.url)
        await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
        await arrive(page)
        await page.evaluate(axe.source)
        const { violations } = (await page.evaluate(`axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })`)) as AxeResult
        const told = violations.map(({ id, nodes }) => ({
          id,
          where: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`),
        }))
        expect(told).toEqual([])
      } finally {
        await context.close()
      }
    })
  }
})
