import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { fieldDelta } from '../fixtures/field.ts'
import { lacksBrowser } from '../setup/browser.ts'
import { openLandscape } from './actions.ts'
import { explorerPage } from './page.ts'
import { type Size, sizes, views } from './views/index.ts'

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
}

const checked: readonly Size[] = ['wide', 'phone']
const cases = views.flatMap((view) =>
  view.sizes
    .filter((size) => checked.includes(size))
    .map((size) => [`${view.name}, ${size}`, { ...view, size }] as const),
)

describe.skipIf(lacksBrowser())('WCAG 2.2 AA, as far as axe can tell', () => {
  const here = explorerPage((store) => store.apply(fieldDelta), { onLandscape: false })

  it.each(cases)('%s, light and dark', async (_, { size, arrive }) => {
    // axe comes as a script that the policy of the page refuses.
    const page = await here.openPage({ viewport: sizes[size], colorScheme: 'light', bypassCSP: true })
    await openLandscape(page, here.explorer.url)
    await arrive(page)
    await expectNoViolation(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
    await expectNoViolation(page)
  })

  it('an empty graph', async () => {
    const { url } = await here.serve(async () => {})
    const page = await here.openPage({ viewport: sizes.phone, bypassCSP: true })
    await page.goto(url)
    await page.getByRole('heading', { name: 'No papers yet' }).waitFor()
    await expectNoViolation(page)
  })
})

async function expectNoViolation(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  })`)) as AxeResult
  const told = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`),
  }))
  expect(told).toEqual([])
}
