/** What a person does, as the tests do it. */
import type { Locator, Page } from 'playwright-core'
import type {} from '../../graph-ui/app/sigma/canvas.tsx'

/** Goes to the page and waits for what it opens on. */
export async function openLandscape(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('main', { name: 'Picture: Landscape' }).waitFor()
}

/** Types a name into the search, takes the first answer, waits for its details. */
export async function openConcept(page: Page, name: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type(name)
  await page.getByRole('option').filter({ hasText: name }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('complementary').getByRole('heading', { level: 2, name }).waitFor()
}

/** The list of what the picture shows. */
export function inView(page: Page): Locator {
  return page.getByRole('region', { name: 'In view', exact: true })
}

export async function nodeCount(page: Page): Promise<number> {
  const count = await inView(page).getByRole('heading', { level: 2 }).locator('.count').textContent()
  return Number(count?.replace(/\D/g, ''))
}

/** An edge of the selected node, in the list of its connections. */
export function edgeButton(page: Page, name: string | RegExp): Locator {
  return page.getByRole('region', { name: 'Connections in view' }).getByRole('button', { name })
}

export function toggle(page: Page, name: RegExp): Locator {
  return page.getByRole('region', { name: 'Filters' }).getByRole('checkbox', { name })
}

/** Clicks on the line itself. */
export async function clickEdge(page: Page, from: string, type: string, to: string): Promise<void> {
  const key = JSON.stringify([`Concept/${from}`, type, `Concept/${to}`])
  const point = await page.evaluate((edge) => window.skein.edgePosition(edge), key)
  if (!point) throw new Error(`${from} ${type} ${to} is not in the picture`)
  await page.mouse.click(point.x, point.y)
}

export async function doubleClickNode(page: Page, id: string): Promise<void> {
  const point = await page.evaluate((key) => window.skein.nodePosition(key), `Concept/${id}`)
  if (!point) throw new Error(`${id} is not in the picture`)
  await page.mouse.dblclick(point.x, point.y)
}
