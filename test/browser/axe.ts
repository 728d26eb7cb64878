/** What axe finds wrong with a page. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
}

/** @param page opened with `bypassCSP`: axe comes as a script that the policy of the page refuses */
export async function expectNoViolation(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const { violations } = (await page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  })`)) as AxeResult
  const told = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`),
  }))
  expect(told).toEqual([])
}
