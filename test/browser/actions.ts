/** What a person does, as the tests do it. */
import type { Locator, Page } from 'playwright-core'

/** Types a name into the search, takes the first answer, waits for its details. */
export async function openConcept(page: Page, name: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type(name)
  await page.getByRole('option').filter({ hasText: name }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('complementary').getByRole('heading', { level: 2, name }).waitFor()
}

/** An edge of the selected node, in the list of its connections. */
export function edgeButton(page: Page, name: string | RegExp): Locator {
  return page.getByRole('region', { name: 'Connections in view' }).getByRole('button', { name })
}
